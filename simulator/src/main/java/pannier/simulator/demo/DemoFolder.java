package pannier.simulator.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import pannier.simulator.enrolment.EnrolmentPhotos;
import pannier.simulator.shop.Article;
import pannier.simulator.shop.ShopFiles;
import pannier.simulator.world.Chance;
import pannier.simulator.world.Wardrobe;

/** The files that a gate and a cart need: the shop, its photos, the gate's configuration. */
record DemoFolder(Path root) {
  private static final int PHOTOS_PER_PRODUCT = 12;

  /** A week's offer, so that the cart shows what it learned from the gate. */
  private static final String RULES =
      """
      {"zone":"Europe/Berlin","promotions":[
        {"kind":"percent","product":"alma-whole-milk-1.5l","percent":10,"name":"Milk week 10 %"}]}
      """;

  /** Writes them all; OpenCV must have been loaded. */
  void write(List<Article> articles) throws IOException {
    Files.createDirectories(shop());
    ShopFiles.writeCatalogue(shop().resolve("catalogue.csv"), articles);
    new EnrolmentPhotos(new Wardrobe(articles, new Chance(0)), new Chance(1))
        .write(
            shop().resolve("enrol"),
            articles.stream().map(Article::id).toList(),
            PHOTOS_PER_PRODUCT);
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode gate = mapper.createObjectNode();
    gate.put("host", "127.0.0.1").put("port", 0).put("data", "gate");
    gate.put("catalogue", "shop/catalogue.csv").put("currency", "EUR");
    gate.put("rules", "rules.json");
    Files.writeString(root.resolve("rules.json"), RULES);
    mapper.writeValue(gateConfig().toFile(), gate);
  }

  Path shop() {
    return root.resolve("shop");
  }

  Path cartData() {
    return root.resolve("cart");
  }

  Path gateConfig() {
    return root.resolve("gate.json");
  }

  /** The gate's files. */
  Path gateData() {
    return root.resolve("gate");
  }

  Path ledger() {
    return gateData().resolve("ledger.db");
  }
}
