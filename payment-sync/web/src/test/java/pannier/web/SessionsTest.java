package pannier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SessionsTest {
  private Instant now = Instant.parse("2026-01-01T08:00:00Z");
  private final Sessions<String> sessions =
      new Sessions<>(
          "staff", Duration.ofMinutes(10), Duration.ofHours(1), () -> now, new SecureRandom());
  private final HttpClient client = HttpClient.newHttpClient();
  private WebServer server;

  @BeforeEach
  void start() throws IOException {
    Routes routes =
        new Routes()
            .post("/in", request -> signIn(request.json().text("name", 20, "a name")))
            .post("/do", request -> Response.json(Map.of("by", sessions.require(request).owner())))
            .post("/out", this::signOut);
    InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = WebServer.start(here, Set.of(), routes);
  }

  @AfterEach
  void stop() {
    server.close();
    client.close();
  }

  @Test
  void cookieIsKeptFromScriptsAndOtherSites() throws Exception {
    String cookie = signedIn().headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(cookie.startsWith("staff="), cookie);
    assertTrue(cookie.endsWith("; Path=/; Max-Age=3600; HttpOnly; SameSite=Strict"), cookie);
  }

  @Test
  void changeNeedsCookieAndToken() throws Exception {
    HttpResponse<String> in = signedIn();
    assertEquals(200, act("/do", cookie(in), token(in)));
    assertEquals(403, act("/do", cookie(in), "0".repeat(64)));
    assertEquals(403, act("/do", cookie(in), ""));
    assertEquals(401, act("/do", "staff=" + "0".repeat(64), token(in)));
    assertEquals(403, act("/do", cookie(in), token(signedIn())));
  }

  @Test
  void eachSignInHasAnIdOfItsOwn() throws Exception {
    assertNotEquals(cookie(signedIn()), cookie(signedIn()));
  }

  @Test
  void signedOutSessionIsOver() throws Exception {
    HttpResponse<String> in = signedIn();
    assertEquals(204, act("/out", cookie(in), token(in)));
    assertEquals(401, act("/do", cookie(in), token(in)));
  }

  @Test
  void unusedSessionEnds() throws Exception {
    HttpResponse<String> in = signedIn();
    now = now.plus(Duration.ofMinutes(9));
    assertEquals(200, act("/do", cookie(in), token(in)));
    now = now.plus(Duration.ofMinutes(9));
    assertEquals(200, act("/do", cookie(in), token(in)));
    now = now.plus(Duration.ofMinutes(11));
    assertEquals(401, act("/do", cookie(in), token(in)));
  }

  @Test
  void oldSessionEndsHoweverMuchItIsUsed() throws Exception {
    HttpResponse<String> in = signedIn();
    for (int i = 0; i < 7; i++) {
      now = now.plus(Duration.ofMinutes(8));
      assertEquals(200, act("/do", cookie(in), token(in)));
    }
    now = now.plus(Duration.ofMinutes(8));
    assertEquals(401, act("/do", cookie(in), token(in)));
  }

  private Answer signIn(String name) {
    Session<String> session = sessions.open(name);
    return sessions.with(session, Response.json(Map.of("token", session.token())));
  }

  private Answer signOut(Request request) throws HttpProblem {
    sessions.close(sessions.require(request));
    return sessions.without(Response.done());
  }

  private HttpResponse<String> signedIn() throws Exception {
    HttpRequest request =
        to("/in").POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"Ada\"}")).build();
    return client.send(request, BodyHandlers.ofString());
  }

  private int act(String path, String cookie, String token) throws Exception {
    HttpRequest.Builder request =
        to(path).header("Cookie", cookie).POST(HttpRequest.BodyPublishers.ofString("{}"));
    if (!token.isEmpty()) {
      request.header(Sessions.TOKEN_HEADER, token);
    }
    return client.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .header("Content-Type", "application/json");
  }

  private static String cookie(HttpResponse<String> in) {
    return in.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  private static String token(HttpResponse<String> in) {
    return in.body().split("\"", -1)[3];
  }
}
