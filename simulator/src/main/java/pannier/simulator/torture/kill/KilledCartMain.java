package pannier.simulator.torture.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import pannier.payment.cart.GateConnection;
import pannier.payment.cart.RetryPolicy;
import pannier.payment.cart.SettlementClient;
import pannier.payment.cart.coap.CoapGateConnection;
import pannier.payment.cart.coap.GateLink;
import pannier.payment.cart.outbox.Outbox;
import pannier.pricing.csv.CatalogueFile;
import pannier.wire.key.OwnKey;
import pannier.wire.key.PeerKey;

/**
 * A cart's settlements in a process of their own, on its real outbox and over real DTLS: {@code
 * FOLDER CART PORT GATE-KEY AT SEED}. It does trip after trip until a line comes on its standard
 * input, then ends when the trip at hand is paid. Each trip that is paid is a line of its own.
 */
public final class KilledCartMain {
  /** Short, as the gate is on this machine and often away. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final Duration FIRST_RETRANSMIT = Duration.ofMillis(100);
  private static final RetryPolicy RETRIES =
      new RetryPolicy(Duration.ofMillis(100), Duration.ofSeconds(1));

  private KilledCartMain() {}

  public static void main(String[] arguments) throws IOException {
    Quiet.logs();
    Path folder = Path.of(arguments[0]);
    String cartId = arguments[1];
    OwnKey key = OwnKey.open(keyFile(folder, cartId));
    InetSocketAddress gate =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[2]));
    GateLink link = new GateLink(gate, key, new PeerKey(arguments[3]), PATIENCE, FIRST_RETRANSMIT);
    Death death = new Death(arguments[4]);
    SplittableRandom random = new SplittableRandom(Long.parseLong(arguments[5]));
    List<OutboxRow> before = OutboxRow.list(outbox(folder, cartId));
    GateConnection connection = new DeadlyConnection(CoapGateConnection.open(link), death);
    try (SettlementClient client =
        new SettlementClient(
            Outbox.open(outbox(folder, cartId)),
            connection,
            RETRIES,
            random.split(),
            System::nanoTime)) {
      KilledBills bills =
          new KilledBills(
              cartId, CatalogueFile.open(folder.resolve(KillShop.CATALOGUE)).catalogue(), key);
      System.out.println("ready");
      new KilledCart(client, bills, death, random).shop(before, ended());
    }
  }

  /** True as soon as a line has come, or whoever began this program is gone. */
  private static AtomicBoolean ended() {
    AtomicBoolean ended = new AtomicBoolean();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                in.readLine();
              } catch (IOException e) {
                // nobody is there any more
              }
              ended.set(true);
            });
    return ended;
  }

  static Path outbox(Path folder, String cartId) {
    return folder.resolve(cartId + ".db");
  }

  static Path keyFile(Path folder, String cartId) {
    return folder.resolve(cartId + ".key");
  }
}
