package pannier.simulator.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import pannier.app.BadInputException;
import pannier.gate.GateConfig;
import pannier.gate.GateConfigFile;
import pannier.pricing.assortment.Assortment;
import pannier.pricing.csv.CatalogueFile;
import pannier.pricing.json.PriceList;
import pannier.simulator.load.fleet.Member;
import pannier.simulator.shop.ShopFiles;

/** A shop: what its gate is configured with, the goods, the prices, and the carts. */
record LoadShop(GateConfig config, Assortment goods, PriceList prices, List<Member> carts) {
  private static final int PRODUCTS = 200;
  private static final int KEY_BYTES = 32;

  /** Writes a shop of our own, with fresh keys and the configuration of its gate. */
  static Path write(Path folder, int carts, RandomGenerator random) throws IOException {
    ShopFiles.writeCatalogue(
        folder.resolve("catalogue.csv"), pannier.simulator.assortment.Assortment.of(PRODUCTS));
    List<String> keys = new ArrayList<>();
    for (int i = 1; i <= carts; i++) {
      byte[] key = new byte[KEY_BYTES];
      random.nextBytes(key);
      keys.add("\"cart-%d\":\"%s\"".formatted(i, HexFormat.of().formatHex(key)));
    }
    Files.writeString(folder.resolve("keys.json"), "{" + String.join(",", keys) + "}");
    Path config = folder.resolve("gate.json");
    Files.writeString(
        config,
        """
        {"host":"127.0.0.1","port":0,"data":"gate","catalogue":"catalogue.csv","currency":"EUR",
         "keys":"keys.json","barrier":"barrier.txt"}
        """);
    return config;
  }

  /**
   * Reads what a gate is configured with.
   *
   * @param carts how many of its carts are wanted
   */
  static LoadShop read(Path file, int carts) throws IOException {
    GateConfig config = GateConfigFile.read(file);
    if (config.barrier().isEmpty() || config.stripe().isPresent()) {
      String found = config.stripe().isPresent() ? "stripe" : "no barrier";
      throw new BadInputException(
          "%s: found %s; expected a file under barrier, and the sandbox as the provider, as only their books can be compared"
              .formatted(file, found));
    }
    Assortment goods = CatalogueFile.open(config.catalogue());
    PriceList prices =
        config.rules().isPresent()
            ? PriceList.of(config.rules().get(), goods)
            : PriceList.of(goods);
    return new LoadShop(config, goods, prices, members(file, carts));
  }

  private static List<Member> members(Path file, int carts) throws IOException {
    ObjectMapper json = new ObjectMapper();
    String name = json.readTree(file.toFile()).get("keys").asText();
    JsonNode keys = json.readTree(file.toAbsolutePath().resolveSibling(name).toFile());
    if (keys.size() < carts) {
      throw new BadInputException(
          "%s: found %d carts; expected %d, as --carts asks".formatted(name, keys.size(), carts));
    }
    return keys.properties().stream()
        .limit(carts)
        .map(each -> new Member(each.getKey(), each.getValue().asText()))
        .toList();
  }

  /** One line a cart, as the echo reads it. */
  void writeMembers(Path file) throws IOException {
    List<String> lines = carts.stream().map(it -> it.cartId() + " " + it.keyHex()).toList();
    Files.write(file, lines, StandardCharsets.UTF_8);
  }
}
