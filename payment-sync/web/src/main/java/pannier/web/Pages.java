package pannier.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Files from the class path, such as pages, scripts and pictures. A browser keeps them and asks
 * each time whether they are still the same (ETag).
 */
public final class Pages {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9]+)+");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "jpg", "image/jpeg",
          "woff2", "font/woff2");

  private final Class<?> beside;
  private final String folder;
  private final Map<String, Response> known = new ConcurrentHashMap<>();

  /**
   * @param beside a class of the module that holds the files
   * @param folder relative to its package, without a slash at the end
   */
  public Pages(Class<?> beside, String folder) {
    this.beside = beside;
    this.folder = folder;
  }

  /** What every screen shares: the look, and the way to hear events and to send touches. */
  public static Pages shared() {
    return new Pages(Pages.class, "shared");
  }

  /** Answers with the file that the route's rest names. */
  public Answer byRest(Request request) throws HttpProblem {
    return file(request, request.rest());
  }

  /** A handler for one file. */
  public Handler page(String name) {
    return request -> file(request, name);
  }

  private Response file(Request request, String name) throws HttpProblem {
    Response found = known.get(name);
    if (found == null) {
      found = load(name);
      known.put(name, found);
    }
    String etag = found.headers().getOrDefault("ETag", "");
    return request.header("If-None-Match").orElse("").equals(etag)
        ? Response.notModified().with("ETag", etag).with("Cache-Control", "no-cache")
        : found;
  }

  private Response load(String name) throws HttpProblem {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null || !NAME.matcher(name).matches()) {
      throw new HttpProblem(404, "no such page");
    }
    try (InputStream in = beside.getResourceAsStream(folder + "/" + name)) {
      if (in == null) {
        throw new HttpProblem(404, "no such page");
      }
      byte[] bytes = in.readAllBytes();
      return Response.bytes(type, bytes)
          .with("ETag", "\"" + digest(bytes) + "\"")
          .with("Cache-Control", "no-cache");
    } catch (HttpProblem e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
