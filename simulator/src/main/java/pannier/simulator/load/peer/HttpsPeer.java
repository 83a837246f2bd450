package pannier.simulator.load.peer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.net.ssl.SSLContext;

/**
 * The same settlements as JSON over HTTPS: HTTP/1.1 with TLS 1.3 on one connection that stays, the
 * JDK's own server and client, which send fewer headers than most. Bytes are counted on the way.
 */
public final class HttpsPeer {
  private HttpsPeer() {}

  /**
   * Bytes of a settlement, both ways, of a session that is warm, without the headers of TCP.
   *
   * @param folder for the server's key
   */
  public static double bytesPerSettlement(List<Samples.Exchange> exchanges, Path folder)
      throws IOException, InterruptedException {
    SSLContext tls = ServerKey.make(folder.resolve("https.p12"));
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Deque<String> replies = new ConcurrentLinkedDeque<>();
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext("/settle", exchange -> answer(exchange, replies.removeFirst()));
    server.start();
    try (ByteRelay relay = ByteRelay.open(server.getAddress());
        HttpClient client =
            HttpClient.newBuilder().sslContext(tls).version(HttpClient.Version.HTTP_1_1).build()) {
      URI address = HttpsCarts.address(relay.port());
      Deque<String> requests = new ArrayDeque<>();
      for (Samples.Exchange exchange : exchanges) {
        JsonExchange json = JsonExchange.of(exchange);
        requests.add(json.request());
        replies.add(json.reply());
      }
      HttpsCarts.post(client, address, requests.removeFirst()); // shakes hands
      long before = relay.bytes();
      int settlements = requests.size();
      while (!requests.isEmpty()) {
        HttpsCarts.post(client, address, requests.removeFirst());
      }
      return (relay.bytes() - before) / (double) settlements;
    } finally {
      server.stop(0);
    }
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
