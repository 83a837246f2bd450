package pannier.gate.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import pannier.gate.document.Library.Slice;
import pannier.wire.Digest;
import pannier.wire.Part;
import pannier.wire.Photo;

/**
 * A folder with one release for carts: {@code pannier-cart_VERSION_ARCHITECTURE.deb}, its signature
 * {@code ….deb.sig}, and {@code stage}, the percentage of carts that are to take it. Read again
 * only where something changed. Used by one thread.
 */
public final class ReleaseFolder {
  private static final Pattern PACKAGE =
      Pattern.compile("pannier-cart_([0-9][A-Za-z0-9.+~]{0,40})_[a-z0-9]{2,10}\\.deb");

  /** As much as a cart fetches at a time. */
  private static final int PIECE_BYTES = 1024 * 1024;

  private final Path folder;
  private String last = "";

  public ReleaseFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * A release.
   *
   * @param percent of carts that are to take it, 0 to 100
   * @param pieces of its files, in their order
   * @param slices where each piece lies
   */
  public record Found(String version, int percent, List<Photo> pieces, Map<Digest, Slice> slices) {
    public Found {
      pieces = List.copyOf(pieces);
      slices = Map.copyOf(slices);
    }
  }

  /**
   * What lies in the folder, if that is not what lay there at the last look. A folder without a
   * whole release, or with two, offers none, which is said.
   */
  public Optional<Found> look() throws IOException {
    List<Path> packages = new ArrayList<>();
    StringBuilder now = new StringBuilder();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        FileTime changed = Files.getLastModifiedTime(entry);
        now.append(entry.getFileName()).append(' ').append(Files.size(entry)).append(changed);
        if (PACKAGE.matcher(entry.getFileName().toString()).matches()) {
          packages.add(entry);
        }
      }
    }
    if (now.toString().equals(last)) {
      return Optional.empty();
    }
    last = now.toString();
    if (packages.size() != 1) {
      Logger.warn(
          "{}: found {} packages; expected one pannier-cart_*.deb", folder, packages.size());
      return Optional.of(new Found("", 0, List.of(), Map.of()));
    }
    return Optional.of(read(packages.getFirst()));
  }

  private Found read(Path debian) throws IOException {
    Path signature = debian.resolveSibling(debian.getFileName() + ".sig");
    Integer percent = percent();
    if (!Files.isRegularFile(signature) || percent == null) {
      Logger.warn("{}: offers nothing without {} and stage", folder, signature.getFileName());
      return new Found("", 0, List.of(), Map.of());
    }
    Matcher name = PACKAGE.matcher(debian.getFileName().toString());
    String version = name.matches() ? name.group(1) : "";
    List<Photo> pieces = new ArrayList<>();
    Map<Digest, Slice> slices = new HashMap<>();
    for (Path file : List.of(debian, signature)) {
      long bytes = Files.size(file);
      for (long from = 0; from < bytes; from += PIECE_BYTES) {
        Slice slice = new Slice(file, from, (int) Math.min(PIECE_BYTES, bytes - from));
        Part part = Part.of(slice.read());
        pieces.add(new Photo(file.getFileName().toString(), part));
        slices.put(part.digest(), slice);
      }
    }
    return new Found(version, percent, pieces, slices);
  }

  /** Null where it is missing or no percentage. */
  private @Nullable Integer percent() throws IOException {
    Path stage = folder.resolve("stage");
    if (!Files.isRegularFile(stage)) {
      return null;
    }
    String text = Files.readString(stage, StandardCharsets.US_ASCII).strip();
    if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > 100) {
      Logger.warn("{}: found '{}'; expected 0 to 100", stage, text);
      return null;
    }
    return Integer.valueOf(text);
  }
}
