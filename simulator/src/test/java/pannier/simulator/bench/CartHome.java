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

/** The files of a cart with two cameras that play the clip. */
record CartHome(Path root) {
  private static final int PHOTOS_EACH = 6;

  /** Writes them; the clip must be in the same folder, and OpenCV loaded. */
  void write() throws IOException {
    List<Article> articles = DemoShop.articles();
    ShopFiles.writeCatalogue(root.resolve("catalogue.csv"), articles);
    new EnrolmentPhotos(new Wardrobe(articles, new Chance(0)), new Chance(1))
        .write(root.resolve("enrol"), articles.stream().map(Article::id).toList(), PHOTOS_EACH);
    Files.writeString(root.resolve("cart.key"), "5a".repeat(32));
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode cart = mapper.createObjectNode();
    cart.put("cart", "cart-1").put("gate", "127.0.0.1:9").put("key", "cart.key");
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
  }

  Path config() {
    return root.resolve("cart.json");
  }

  /** A cart that starts again finds its journal; a fresh one finds none. */
  void forgetTrips() throws IOException {
    if (Files.exists(root.resolve("data"))) {
      Folders.delete(root.resolve("data"));
    }
  }
}
