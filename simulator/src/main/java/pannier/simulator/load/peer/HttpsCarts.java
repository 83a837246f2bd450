package pannier.simulator.load.peer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What carts would settle with over HTTPS: the JDK's client, a connection for each cart that waits
 * for an answer. Safe for use by many threads.
 */
public final class HttpsCarts implements AutoCloseable {
  private final HttpClient client;
  private final ExecutorService threads;
  private final URI address;

  private HttpsCarts(HttpClient client, ExecutorService threads, URI address) {
    this.client = client;
    this.threads = threads;
    this.address = address;
  }

  /**
   * @param key of the server, whose certificate is trusted
   */
  public static HttpsCarts open(Path key, int port) throws IOException {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    HttpClient client =
        HttpClient.newBuilder()
            .sslContext(ServerKey.read(key))
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();
    return new HttpsCarts(client, threads, address(port));
  }

  static URI address(int port) {
    return URI.create("https://localhost:%d/settle".formatted(port));
  }

  /** True if the answer is the sample's. */
  public boolean settle(JsonExchange sample) throws InterruptedException {
    try {
      return post(client, address, sample.request()).equals(sample.reply());
    } catch (IOException e) {
      return false;
    }
  }

  /** The body of the answer. */
  static String post(HttpClient client, URI address, String json)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(
          "HTTPS: found status %d; expected 200".formatted(response.statusCode()));
    }
    return response.body();
  }

  @Override
  public void close() {
    client.close();
    threads.close();
  }
}
