package pannier.simulator.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import pannier.payment.cart.outbox.Message;
import pannier.simulator.load.peer.EchoMain;
import pannier.simulator.load.peer.HttpsCarts;
import pannier.simulator.load.peer.JsonExchange;
import pannier.simulator.load.peer.Samples;
import pannier.simulator.process.ChildProcess;

/**
 * An echo in a process of its own, and what carts do with it.
 *
 * @param address where it listens
 * @param https how carts would talk to it over HTTPS
 */
record Peers(ChildProcess process, InetSocketAddress address, HttpsCarts https)
    implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(4);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Message NOTHING = new Message(new byte[] {(byte) 0xa0});

  /**
   * Starts one.
   *
   * @param folder of its files; those of an earlier one are used again
   */
  static Peers start(Path folder, LoadShop shop, List<Samples.Exchange> exchanges)
      throws IOException, InterruptedException {
    Path samples = folder.resolve("samples");
    Path members = folder.resolve("members");
    Samples.sign(exchanges).write(samples);
    shop.writeMembers(members);
    Path key = folder.resolve("echo.p12");
    ChildProcess process =
        ChildProcess.start(
            EchoMain.class,
            List.of(
                samples.toString(),
                members.toString(),
                folder.resolve("echo.db").toString(),
                shop.gateKeyFile().toString(),
                key.toString()));
    String ports =
        process
            .nextLine(START)
            .orElseThrow(() -> new IOException("the echo did not start; see above"));
    String[] each = ports.strip().split(" ", 2);
    return new Peers(
        process,
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(each[0])),
        HttpsCarts.open(key, Integer.parseInt(each[1])));
  }

  /** A handshake, and one exchange that is refused at once. */
  Crowd.Deed handshake() {
    return (cart, until) -> cart.cart().post(address, "mirror", NOTHING, PATIENCE).isPresent();
  }

  /**
   * A sample's request and its reply. A bill is made besides, as a settling cart does.
   *
   * @param resource {@code mirror} or {@code signed}
   */
  Crowd.Deed exchange(String resource, List<Samples.Exchange> samples) {
    return (cart, until) -> {
      cart.bills().next(cart.cart(), cart.random());
      Samples.Exchange sample = samples.get(cart.random().nextInt(samples.size()));
      return cart.cart()
          .post(address, resource, sample.request(), PATIENCE)
          .filter(reply -> reply.success() && reply.body().equals(sample.reply()))
          .isPresent();
    };
  }

  /** The same over HTTPS, with the work of {@code signed}. */
  Crowd.Deed settleAsJson(List<JsonExchange> samples) {
    return (cart, until) -> {
      cart.bills().next(cart.cart(), cart.random());
      return https.settle(samples.get(cart.random().nextInt(samples.size())));
    };
  }

  @Override
  public void close() {
    https.close();
    process.close();
  }
}
