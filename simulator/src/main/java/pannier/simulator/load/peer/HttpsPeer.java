package pannier.simulator.load.peer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.net.ssl.SSLContext;
import pannier.wire.MalformedMessageException;
import pannier.wire.Receipt;
import pannier.wire.SettlementCodec;
import pannier.wire.receipt.ReceiptJson;

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
      URI address = URI.create("https://localhost:%d/settle".formatted(relay.port()));
      Deque<String> requests = new ArrayDeque<>();
      for (Samples.Exchange exchange : exchanges) {
        requests.add(
            SettlementJson.write(SettlementCodec.decodeRequest(exchange.request().bytes())));
        replies.add(reply(exchange.reply().bytes()));
      }
      post(client, address, requests.removeFirst()); // shakes hands
      long before = relay.bytes();
      int settlements = requests.size();
      while (!requests.isEmpty()) {
        post(client, address, requests.removeFirst());
      }
      return (relay.bytes() - before) / (double) settlements;
    } finally {
      server.stop(0);
    }
  }

  private static String reply(byte[] reply) throws MalformedMessageException {
    return switch (SettlementCodec.decodeReply(reply)) {
      case Receipt receipt -> ReceiptJson.write(receipt);
      case pannier.wire.Declined declined ->
          throw new IllegalArgumentException(declined.key() + " was declined");
    };
  }

  private static void post(HttpClient client, URI address, String json)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    int status = client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    if (status != 200) {
      throw new IOException("HTTPS: found status %d; expected 200".formatted(status));
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
