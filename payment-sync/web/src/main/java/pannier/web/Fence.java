package pannier.web;

import com.sun.net.httpserver.Headers;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps other sites' pages out, whatever session a browser has: the Host must be an address or a
 * name of ours (against DNS rebinding), and what changes something must come from our own origin.
 */
final class Fence {
  private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-fA-F:.]+]");

  private final Set<String> names;

  Fence(Set<String> names) {
    this.names = Set.copyOf(names);
  }

  void check(String method, Headers headers) throws HttpProblem {
    String host = Optional.ofNullable(headers.getFirst("Host")).orElse("");
    String name = PORT.matcher(host).replaceFirst("");
    if (!ADDRESS.matcher(name).matches() && !name.equals("localhost") && !names.contains(name)) {
      throw HttpProblem.wrong("Host", host, "this machine's address or name");
    }
    if (method.equals("GET") || method.equals("HEAD")) {
      return;
    }
    String origin = headers.getFirst("Origin");
    if (origin != null && !origin.equals("http://" + host) && !origin.equals("https://" + host)) {
      throw new HttpProblem(403, "Origin: found %s; expected this site's own".formatted(origin));
    }
    String site = headers.getFirst("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      throw new HttpProblem(403, "Sec-Fetch-Site: found %s; expected same-origin".formatted(site));
    }
  }
}
