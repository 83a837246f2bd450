package pannier.simulator.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pannier.app.BadInputException;
import pannier.gate.GateConfig;
import pannier.gate.GateConfigFile;
import pannier.gate.pairing.Doorkeeper;
import pannier.pricing.assortment.Assortment;
import pannier.pricing.csv.CatalogueFile;
import pannier.pricing.json.PriceList;
import pannier.simulator.load.fleet.Member;
import pannier.simulator.shop.ShopFiles;
import pannier.wire.key.OwnKey;
import pannier.wire.key.PeerKey;

/**
 * A shop: what its gates are configured with, the goods, the prices, and the carts.
 *
 * @param gateKey by which carts know the gate
 */
record LoadShop(
    List<GateConfig> gates,
    Assortment goods,
    PriceList prices,
    PeerKey gateKey,
    List<Member> carts) {
  private static final int PRODUCTS = 200;
  private static final String STAFF = "load";

  /** Writes a shop of our own, with the configurations of its gates. */
  static List<Path> write(Path folder, LoadTarget.Own own) throws IOException {
    ShopFiles.writeCatalogue(
        folder.resolve("catalogue.csv"), pannier.simulator.assortment.Assortment.of(PRODUCTS));
    List<Path> configs = new ArrayList<>();
    for (int gate = 1; gate <= own.gates(); gate++) {
      Path config = folder.resolve("gate-%d.json".formatted(gate));
      Files.writeString(
          config,
          """
          {"host":"127.0.0.1","port":0,"data":"gate-%1$d","catalogue":"catalogue.csv",
           "currency":"EUR","barrier":"barrier-%1$d.txt","database":"%2$s"}
          """
              .formatted(gate, own.database().orElse("ledger.db")));
      configs.add(config);
    }
    return configs;
  }

  /**
   * Reads what gates are configured with, and pairs carts with them, in their own books.
   *
   * @param carts how many
   */
  static LoadShop read(List<Path> files, int carts) throws IOException {
    List<GateConfig> gates = new ArrayList<>();
    for (Path file : files) {
      gates.add(config(file));
    }
    GateConfig config = gates.getFirst();
    Assortment goods = CatalogueFile.open(config.catalogue());
    PriceList prices =
        config.rules().isPresent()
            ? PriceList.of(config.rules().get(), goods)
            : PriceList.of(goods);
    try (Doorkeeper keeper =
        Doorkeeper.open(config.data(), config.shelf(), InstantSource.system())) {
      List<Member> members = paired(keeper, carts);
      return new LoadShop(gates, goods, prices, keeper.key().publicKey(), members);
    }
  }

  private static GateConfig config(Path file) throws IOException {
    GateConfig config = GateConfigFile.read(file);
    if (config.stripe().isPresent()) {
      throw new BadInputException(
          "%s: found stripe; expected the sandbox as the provider, as only its book can be compared"
              .formatted(file));
    }
    return config;
  }

  /** Of the first gate; all share its ledger. */
  GateConfig config() {
    return gates.getFirst();
  }

  /** What the gates' barriers were told; nothing of those that have no file for it. */
  List<String> openings() throws IOException {
    List<String> all = new ArrayList<>();
    for (GateConfig gate : gates) {
      if (gate.barrier().isPresent()) {
        all.addAll(Files.readAllLines(gate.barrier().get(), StandardCharsets.UTF_8));
      }
    }
    return all;
  }

  private static List<Member> paired(Doorkeeper keeper, int carts) throws IOException {
    List<Member> members = new ArrayList<>();
    Map<String, PeerKey> keys = new HashMap<>();
    for (int i = 1; i <= carts; i++) {
      Member member = new Member("load-" + i, OwnKey.make());
      members.add(member);
      keys.put(member.cartId(), member.key().publicKey());
    }
    keeper.carts().pairAll(keys, STAFF);
    return members;
  }

  /** What the gate shakes hands with, and its echo too. */
  Path gateKeyFile() {
    return config().data().resolve("gate-key");
  }

  /** One line a cart, as the echo reads it. */
  void writeMembers(Path file) throws IOException {
    List<String> lines =
        carts.stream().map(it -> it.cartId() + " " + it.key().publicKey().hex()).toList();
    Files.write(file, lines, StandardCharsets.UTF_8);
  }
}
