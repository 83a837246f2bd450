package pannier.simulator.torture.kill;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pannier.gate.GateConfig;
import pannier.gate.GateConfigFile;
import pannier.gate.pairing.Doorkeeper;
import pannier.gate.pairing.RefusedPairingException;
import pannier.simulator.assortment.Assortment;
import pannier.simulator.shop.ShopFiles;
import pannier.wire.key.OwnKey;
import pannier.wire.key.PeerKey;

/**
 * The files of a shop that is tortured.
 *
 * @param configFile of the gate, whose port is fixed, as it comes back there
 * @param port of the gate
 */
record KillShop(Path configFile, GateConfig config, int port, PeerKey gateKey) {
  static final String CATALOGUE = "catalogue.csv";
  private static final int PRODUCTS = 30;

  /**
   * Writes them, and pairs the carts.
   *
   * @param database where the ledger is: a file below {@code folder}, or a server's URL
   */
  static KillShop write(Path folder, String database, List<String> carts) throws IOException {
    ShopFiles.writeCatalogue(folder.resolve(CATALOGUE), Assortment.of(PRODUCTS));
    int port = freePort();
    Path file = folder.resolve("gate.json");
    Files.writeString(
        file,
        """
        {"host":"127.0.0.1","port":%d,"data":"gate","catalogue":"%s","currency":"EUR",
         "barrier":"barrier.txt","database":"%s"}
        """
            .formatted(port, CATALOGUE, database));
    GateConfig config = GateConfigFile.read(file);
    Map<String, PeerKey> keys = new HashMap<>();
    for (String cart : carts) {
      keys.put(cart, OwnKey.open(KilledCartMain.keyFile(folder, cart)).publicKey());
    }
    try (Doorkeeper keeper =
        Doorkeeper.open(config.data(), config.shelf(), InstantSource.system())) {
      keeper.carts().pairAll(keys, "torture");
      return new KillShop(file, config, port, keeper.key().publicKey());
    } catch (RefusedPairingException e) {
      throw new IllegalStateException("fresh keys are refused", e);
    }
  }

  InetSocketAddress gate() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private static int freePort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
