package pannier.gate.coap;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.scandium.DTLSConnector;
import pannier.gate.checkpoint.CheckpointDesk;
import pannier.gate.fleet.StatusDesk;
import pannier.gate.mass.MassDesk;
import pannier.gate.pairing.Doorkeeper;
import pannier.gate.pairing.LoginDesk;
import pannier.gate.pairing.PairingDesk;
import pannier.gate.pairing.SignedBills;
import pannier.gate.proof.DisputeDesk;
import pannier.gate.settlement.Captures;
import pannier.gate.settlement.Settlements;

/** Listens for carts. {@code hardware-docs/protocol.md} describes what it speaks. */
public final class GateServer implements AutoCloseable {
  private final CoapServer server;
  private final CoapEndpoint endpoint;
  private final LiveSessions sessions;
  private final ExecutorService threads;
  private final StatusResource status;

  private GateServer(
      CoapServer server,
      CoapEndpoint endpoint,
      LiveSessions sessions,
      ExecutorService threads,
      StatusResource status) {
    this.status = status;
    this.server = server;
    this.endpoint = endpoint;
    this.sessions = sessions;
    this.threads = threads;
  }

  /** Who answers what carts send. */
  public record Desks(
      Settlements settlements,
      Captures captures,
      StatusDesk status,
      Optional<DisputeDesk> disputes,
      Optional<CheckpointDesk> checkpoints,
      Optional<MassDesk> masses) {}

  /**
   * Starts to listen.
   *
   * @param address port 0 takes any that is free
   * @param keeper says which carts may come in; it stays the caller's
   * @param readers who may look besides
   * @throws IOException if the port is taken
   */
  public static GateServer start(
      InetSocketAddress address, Doorkeeper keeper, CartKeys readers, Desks desks)
      throws IOException {
    Doors doors = new Doors(keeper, readers, GateLimits.ofStore(System::nanoTime));
    return start(address, doors, desks);
  }

  static GateServer start(InetSocketAddress address, Doors doors, Desks desks) throws IOException {
    Configuration configuration = Transport.configuration();
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    CoapServer server = new CoapServer(configuration);
    DTLSConnector connector = Transport.connector(configuration, address, doors);
    CoapEndpoint endpoint =
        CoapEndpoint.builder().setConfiguration(configuration).setConnector(connector).build();
    endpoint.addInterceptor(new Explained());
    LiveSessions sessions = new LiveSessions(connector, doors);
    sessions.restore();
    server.addEndpoint(endpoint);
    Peers peers = doors.peers();
    SignedBills bills = new SignedBills(desks.settlements(), doors.keeper().carts());
    LoginDesk logins = doors.keeper().logins();
    PairingDesk pairing = doors.keeper().pairing();
    StatusResource status = new StatusResource(peers, threads, desks.status());
    desks.status().fleet().tell(status::tell);
    server.add(
        new MessageResource(
            "settle",
            "pannier.settle",
            peers::cart,
            threads,
            (cart, message, reply) -> {
              bills.settle(cart, message, reply);
              desks.captures().wake();
            }),
        taking("void", peers, threads, desks.settlements()::withdraw),
        status,
        taking("login", peers, threads, login(desks.checkpoints(), logins)),
        new MessageResource(
            "pair",
            "pannier.pair",
            peers::pairing,
            threads,
            MessageResource.Handler.of(pairing::pair)));
    desks.disputes().ifPresent(desk -> server.add(taking("dispute", peers, threads, desk::answer)));
    desks
        .checkpoints()
        .ifPresent(desk -> server.add(taking("checkpoint", peers, threads, desk::answer)));
    desks.masses().ifPresent(desk -> server.add(taking("weighed", peers, threads, desk::answer)));
    new Documents(desks.status().library(), peers, threads).resources().forEach(server::add);
    server.getRoot().getChild(".well-known").add(new Discovery(server.getRoot()));
    server.setMessageDeliverer(
        new Deliverer(server.getRoot(), configuration, doors.limits().requests()));
    try {
      server.start();
    } catch (RuntimeException e) {
      server.destroy();
      threads.close();
      throw new IOException("cannot listen on %s; is its port taken?".formatted(address), e);
    }
    sessions.watch(status::tellStrangers);
    return new GateServer(server, endpoint, sessions, threads, status);
  }

  /** Takes messages of carts. */
  private static MessageResource taking(
      String name, Peers peers, ExecutorService threads, MessageResource.Desk desk) {
    return new MessageResource(
        name, "pannier." + name, peers::cart, threads, MessageResource.Handler.of(desk));
  }

  private static MessageResource.Desk login(
      Optional<CheckpointDesk> checkpoints, LoginDesk logins) {
    return checkpoints.isEmpty()
        ? logins::login
        : (cart, message) -> checkpoints.get().login(logins, cart, message);
  }

  /** Tells all carts that observe it what the store has to say now. */
  public void tellAll() {
    status.tellAll();
  }

  /** The port that is listened on. */
  public int port() {
    return endpoint.getAddress().getPort();
  }

  /** Stops listening, after the settlements at hand are decided; sessions wait on the disk. */
  @Override
  public void close() {
    server.stop();
    threads.close();
    sessions.close();
    server.destroy();
  }
}
