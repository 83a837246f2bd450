package pannier.simulator.load.peer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Jetty with HTTP/1.1 over TLS 1.3, as it comes. To a sample's request in JSON, which it reads, it
 * gives the sample's reply after the same work as the signed echo's.
 */
final class HttpsEcho implements AutoCloseable {
  private final Server server;
  private final ServerConnector connector;
  private final ExecutorService threads;

  private HttpsEcho(Server server, ServerConnector connector, ExecutorService threads) {
    this.server = server;
    this.connector = connector;
    this.threads = threads;
  }

  /**
   * @param key its certificate's file, see {@link ServerKey}
   */
  static HttpsEcho start(Path key, Samples samples, EchoResource.Work work) throws IOException {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setSslContext(ServerKey.read(key));
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    QueuedThreadPool pool = new QueuedThreadPool();
    pool.setVirtualThreadsExecutor(threads);
    Server server = new Server(pool);
    ServerConnector connector =
        new ServerConnector(
            server,
            new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()),
            new HttpConnectionFactory(new HttpConfiguration()));
    connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    server.addConnector(connector);
    server.setHandler(new Settle(known(samples), work));
    try {
      server.start();
    } catch (Exception e) {
      throw new IOException("the HTTPS echo did not start", e);
    }
    return new HttpsEcho(server, connector, threads);
  }

  /** What is known by its request in JSON. */
  private record Known(Samples.Sample sample, String reply) {}

  private static Map<String, Known> known(Samples samples) throws IOException {
    Map<String, Known> known = new HashMap<>();
    for (Samples.Sample sample : samples.list()) {
      JsonExchange json = JsonExchange.of(sample.exchange());
      known.put(json.request(), new Known(sample, json.reply()));
    }
    return known;
  }

  int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTPS echo did not end", e);
    }
    threads.close();
  }

  /** Jetty calls it on a virtual thread for each request. */
  private static final class Settle extends Handler.Abstract {
    private final Map<String, Known> known;
    private final EchoResource.Work work;
    private final ObjectMapper mapper = new ObjectMapper();

    Settle(Map<String, Known> known, EchoResource.Work work) {
      this.known = known;
      this.work = work;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
        throws IOException {
      String body = Content.Source.asString(request);
      Known asked = mapper.readTree(body).isObject() ? known.get(body) : null;
      if (asked == null) {
        Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
        return true;
      }
      work.on(asked.sample());
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
      Content.Sink.write(response, true, asked.reply(), callback);
      return true;
    }
  }
}
