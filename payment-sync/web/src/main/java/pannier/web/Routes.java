package pannier.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which handler answers which path. Filled before the server starts; several screens may share one
 * server by adding their routes to one of these.
 */
public final class Routes {
  private final List<Route> routes = new ArrayList<>();

  /**
   * @param path exact, or with {@code /*} at its end for all below it
   */
  public Routes get(String path, Handler handler) {
    return add("GET", path, handler);
  }

  /**
   * @param path as with {@link #get}
   */
  public Routes post(String path, Handler handler) {
    return add("POST", path, handler);
  }

  private Routes add(String method, String path, Handler handler) {
    Route route = new Route(method, path, handler);
    if (!path.startsWith("/") || routes.stream().anyMatch(route::sameAs)) {
      throw new IllegalArgumentException(method + " " + path);
    }
    routes.add(route);
    return this;
  }

  /** The route that fits best: an exact one before a longer prefix before a shorter one. */
  Optional<Route> find(String method, String path) {
    String wanted = method.equals("HEAD") ? "GET" : method;
    Route best = null;
    for (Route route : routes) {
      if (route.method().equals(wanted)
          && route.matches(path)
          && (best == null || route.path().length() > best.path().length())) {
        best = route;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Whether another method would be answered. */
  boolean knows(String path) {
    return routes.stream().anyMatch(route -> route.matches(path));
  }

  /** One route. */
  record Route(String method, String path, Handler handler) {
    boolean matches(String asked) {
      return path.endsWith("/*")
          ? asked.startsWith(path.substring(0, path.length() - 1))
          : asked.equals(path);
    }

    String rest(String asked) {
      return path.endsWith("/*") ? asked.substring(path.length() - 1) : "";
    }

    boolean sameAs(Route other) {
      return method.equals(other.method) && path.equals(other.path);
    }
  }
}
