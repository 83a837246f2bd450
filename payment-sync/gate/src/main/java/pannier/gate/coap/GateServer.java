package pannier.gate.coap;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import pannier.gate.fleet.StatusDesk;
import pannier.gate.settlement.Answer;
import pannier.gate.settlement.Captures;
import pannier.gate.settlement.Settlements;

/** Listens for carts. {@code hardware-docs/protocol.md} describes what it speaks. */
public final class GateServer implements AutoCloseable {
  private final CoapServer server;
  private final CoapEndpoint endpoint;
  private final ExecutorService threads;

  private GateServer(CoapServer server, CoapEndpoint endpoint, ExecutorService threads) {
    this.server = server;
    this.endpoint = endpoint;
    this.threads = threads;
  }

  /** Who answers what carts send. */
  public record Desks(Settlements settlements, Captures captures, StatusDesk status) {}

  /**
   * Starts to listen.
   *
   * @param address port 0 takes any that is free
   * @throws IOException if the port is taken
   */
  public static GateServer start(
      InetSocketAddress address, CartKeys keys, Desks desks, Optional<byte[]> priceList)
      throws IOException {
    Configuration configuration = Transport.configuration();
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    CoapServer server = new CoapServer(configuration);
    CoapEndpoint endpoint = Transport.endpoint(configuration, address, keys);
    server.addEndpoint(endpoint);
    server.add(
        new MessageResource(
            "settle",
            "pannier.settle",
            threads,
            (cart, message) -> {
              Answer answer = desks.settlements().settle(cart, message);
              desks.captures().wake();
              return answer;
            }),
        new MessageResource("void", "pannier.void", threads, desks.settlements()::withdraw),
        new MessageResource("status", "pannier.status", threads, desks.status()::answer));
    priceList.ifPresent(document -> server.add(new PriceListResource(document)));
    server.setMessageDeliverer(UnknownResource.deliverer(server.getRoot(), configuration));
    try {
      server.start();
    } catch (RuntimeException e) {
      server.destroy();
      threads.close();
      throw new IOException("cannot listen on %s; is its port taken?".formatted(address), e);
    }
    return new GateServer(server, endpoint, threads);
  }

  /** The port that is listened on. */
  public int port() {
    return endpoint.getAddress().getPort();
  }

  /** Stops listening, after the settlements at hand are decided. */
  @Override
  public void close() {
    server.stop();
    threads.close();
    server.destroy();
  }
}
