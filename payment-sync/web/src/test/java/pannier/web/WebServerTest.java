package pannier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WebServerTest {
  private final Feed feed = new Feed("{\"n\":0}");
  private final HttpClient client = HttpClient.newHttpClient();
  private WebServer server;

  @BeforeEach
  void start() throws IOException {
    Pages pages = new Pages(WebServerTest.class, "pages");
    Routes routes =
        new Routes()
            .get("/", pages.page("try.html"))
            .get("/pages/*", pages::byRest)
            .get("/shared/*", Pages.shared()::byRest)
            .get("/events", request -> EventStream.of(feed))
            .get("/bug", request -> bug())
            .post("/say", request -> said(request.json()));
    server = WebServer.start(here(0), Set.of("cart.shop.example"), routes);
  }

  @AfterEach
  void stop() {
    server.close();
    client.close();
  }

  @Test
  void pageComesWithItsTypeAndSecurityHeaders() throws Exception {
    HttpResponse<String> response = send(get("/"));
    assertEquals(200, response.statusCode());
    assertEquals("text/html; charset=utf-8", header(response, "Content-Type"));
    assertTrue(header(response, "Content-Security-Policy").startsWith("default-src 'self';"));
    assertTrue(header(response, "Content-Security-Policy").contains("frame-ancestors 'self'"));
    assertEquals("nosniff", header(response, "X-Content-Type-Options"));
    assertEquals("same-origin", header(response, "Referrer-Policy"));
  }

  @Test
  void pageThatTheBrowserHasIsNotSentAgain() throws Exception {
    String etag = header(send(get("/pages/try.html")), "ETag");
    HttpResponse<String> again = send(get("/pages/try.html").header("If-None-Match", etag));
    assertEquals(304, again.statusCode());
    assertEquals(etag, header(again, "ETag"));
    assertEquals(200, send(get("/pages/try.html").header("If-None-Match", "\"old\"")).statusCode());
  }

  @Test
  void sharedLookAndScriptAreServed() throws Exception {
    assertEquals("text/css; charset=utf-8", header(send(get("/shared/base.css")), "Content-Type"));
    assertTrue(send(get("/shared/live.js")).body().contains("export function listen"));
  }

  @Test
  void pathsOutOfTheFolderDoNotExist() throws Exception {
    for (String path :
        new String[] {
          "/pages/../WebServer.class", "/pages/%2e%2e/WebServer.class", "/pages/", "/pages/a/b.html"
        }) {
      assertEquals(404, send(get(path)).statusCode(), path);
    }
  }

  @Test
  void bodyOfTheRightFormIsRead() throws Exception {
    HttpResponse<String> response = send(post("/say", "{\"word\":\"hello\",\"times\":2}"));
    assertEquals(200, response.statusCode());
    assertEquals("{\"said\":\"hellohello\"}", response.body());
  }

  @Test
  void wrongFieldIsNamedWithWhatWasFoundAndWhatIsRight() throws Exception {
    HttpResponse<String> response = send(post("/say", "{\"word\":\"hello\",\"times\":99}"));
    assertEquals(400, response.statusCode());
    assertEquals("application/problem+json", header(response, "Content-Type"));
    assertEquals(
        "{\"status\":400,\"detail\":\"times: found 99; expected 1 to 3\"}", response.body());
  }

  @Test
  void bodiesThatAreNotJsonObjectsAreRefused() throws Exception {
    assertEquals(400, send(post("/say", "{")).statusCode());
    assertEquals(400, send(post("/say", "[1]")).statusCode());
    assertEquals(400, send(post("/say", "")).statusCode());
    assertEquals(400, send(post("/say", "{\"word\":\"a\",\"word\":\"b\"}")).statusCode());
    assertEquals(400, send(post("/say", "{\"a\":".repeat(20) + "1" + "}".repeat(20))).statusCode());
    assertEquals(413, send(post("/say", "\"" + "x".repeat(20_000) + "\"")).statusCode());
    HttpRequest.Builder form =
        HttpRequest.newBuilder(uri("/say"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("word=a"));
    assertEquals(415, send(form).statusCode());
  }

  @Test
  void unknownPathsAndMethodsAreToldApart() throws Exception {
    assertEquals(404, send(get("/nowhere")).statusCode());
    assertEquals(405, send(get("/say")).statusCode());
  }

  @Test
  void bugShowsNothingOfItself() throws Exception {
    HttpResponse<String> response = send(get("/bug"));
    assertEquals(500, response.statusCode());
    assertFalse(response.body().contains("secret"));
  }

  @Test
  void otherSitesMayNotPost() throws Exception {
    String body = "{\"word\":\"a\",\"times\":1}";
    String own = "http://127.0.0.1:" + server.port();
    assertEquals(200, send(post("/say", body).header("Origin", own)).statusCode());
    assertEquals(
        403, send(post("/say", body).header("Origin", "http://evil.example")).statusCode());
    assertEquals(403, send(post("/say", body).header("Origin", "null")).statusCode());
    assertEquals(403, send(post("/say", body).header("Sec-Fetch-Site", "cross-site")).statusCode());
  }

  @Test
  void namesThatAreNotOursAreRefused() throws Exception {
    assertEquals("400", statusOfHost("evil.example"));
    assertEquals("400", statusOfHost("evil.example:" + server.port()));
    assertEquals("400", statusOfHost("127.0.0.1.evil.example"));
    assertEquals("200", statusOfHost("cart.shop.example:" + server.port()));
    assertEquals("200", statusOfHost("localhost:" + server.port()));
    assertEquals("200", statusOfHost("[::1]"));
  }

  @Test
  void eventsBringTheStateAndItsChanges() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      BufferedReader in = ask(socket, "/events", "127.0.0.1");
      assertEquals("data: {\"n\":0}", line(in, "data: "));
      feed.publish("{\"n\":1}");
      assertEquals("data: {\"n\":1}", line(in, "data: "));
    }
  }

  @Test
  void readerThatDoesNotReadHoldsNobodyUpAndGetsTheNewestInTheEnd() throws Exception {
    String large = "x".repeat(64 * 1024);
    int states = 1_000;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      BufferedReader in = ask(socket, "/events", "127.0.0.1");
      line(in, "data: ");
      for (int i = 1; i <= states; i++) {
        feed.publish(i + large);
      }
      int read = 0;
      String last = "";
      while (!last.startsWith("data: " + states)) {
        last = line(in, "data: ");
        read++;
      }
      assertTrue(read < states, read + " states were queued");
    }
  }

  @Test
  void closedServerLetsItsReadersGo() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      BufferedReader in = ask(socket, "/events", "127.0.0.1");
      line(in, "data: ");
      server.close();
      assertThrows(IOException.class, () -> line(in, "data: "));
    }
  }

  @Test
  void takenPortIsSaidInOneLine() {
    IOException e =
        assertThrows(
            IOException.class,
            () -> WebServer.start(here(server.port()), Set.of(), new Routes()).close());
    assertTrue(String.valueOf(e.getMessage()).contains("is its port taken?"));
  }

  private static Answer said(JsonBody body) throws HttpProblem {
    String word = body.text("word", 10, "1 to 10 characters");
    return Response.json(Map.of("said", word.repeat(body.whole("times", 1, 3))));
  }

  private static Answer bug() {
    throw new IllegalStateException("secret");
  }

  private static InetSocketAddress here(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(uri(path));
  }

  private HttpRequest.Builder post(String path, String body) {
    return HttpRequest.newBuilder(uri(path))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private String statusOfHost(String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      return line(ask(socket, "/", host), "HTTP/1.1 ").split(" ", -1)[1];
    }
  }

  private static BufferedReader ask(Socket socket, String path, String host) throws IOException {
    String request = "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(path, host);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  private static String line(BufferedReader in, String start) throws IOException {
    String line = in.readLine();
    while (line != null && !line.startsWith(start)) {
      line = in.readLine();
    }
    if (line == null) {
      throw new IOException("the stream ended");
    }
    return line;
  }
}
