package pannier.simulator.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import pannier.simulator.enrolment.EnrolmentPhotos;
import pannier.simulator.shop.Article;
import pannier.simulator.shop.DemoShop;
import pannier.simulator.shop.ShopFiles;
import pannier.simulator.world.Chance;
import pannier.simulator.world.Wardrobe;
import pannier.wire.key.OwnKey;

/** The files of a cart with two cameras that play the clip. */
record CartHome(Path root) {
  private static final int PHOTOS_EACH = 6;
  private static final String CART = "cart-1";

  /** Writes them; the clip must be in the same folder, and OpenCV loaded. */
  void write() throws IOException {
    List<Article> articles = DemoShop.articles();
    ShopFiles.writeCatalogue(root.resolve("catalogue.csv"), articles);
    new EnrolmentPhotos(new Wardrobe(articles, new Chance(0)), new Chance(1))
        .write(root.resolve("enrol"), articles.stream().map(Article::id).toList(), PHOTOS_EACH);
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode cart = mapper.createObjectNode();
    cart.put("cart", CART);
    cart.put("data", "data").put("catalogue", "catalogue.csv").put("card_token", "tok");
    cart.put("screen", "127.0.0.1:0");
    cart.putArray("enrol").add("enrol");
    for (int camera = 0; camera < 2; camera++) {
      ObjectNode eye = cart.withArray("cameras").addObject();
      eye.put("video", Clip.file(Path.of("")).toString()).put("basket", "below");
      for (int end = 0; end < 2; end++) {
        eye.withArray("rim").addArray().add(end).add(Clip.rimHeights()[end]);
      }
    }
    mapper.writeValue(config().toFile(), cart);
    pair();
  }

  /** With a gate that is out of reach: a cart that was never paired waits for staff. */
  private void pair() throws IOException {
    Path data = Files.createDirectories(root.resolve("data"));
    OwnKey.make().write(data.resolve("cart-key"));
    String gate = OwnKey.make().publicKey().hex();
    Files.write(data.resolve("gate"), List.of(CART, "127.0.0.1", "9", gate));
  }

  Path config() {
    return root.resolve("cart.json");
  }

  /** A cart that starts again finds its journal; a fresh one finds none. */
  void forgetTrips() throws IOException {
    if (Files.exists(root.resolve("data"))) {
      Folders.delete(root.resolve("data"));
    }
    pair();
  }
}
