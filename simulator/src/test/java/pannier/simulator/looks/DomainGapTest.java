package pannier.simulator.looks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.domain.catalogue.ProductId;
import pannier.simulator.enrolment.EnrolmentPhotos;
import pannier.simulator.shop.DemoShop;
import pannier.simulator.shop.PhotoShop;
import pannier.simulator.world.Chance;
import pannier.simulator.world.Wardrobe;
import pannier.vision.embed.Embedder;
import pannier.vision.embed.EmbeddingModel;
import pannier.vision.gallery.Enrolment;
import pannier.vision.natives.NativesException;
import pannier.vision.opencv.OpenCv;

class DomainGapTest {
  private static final List<ProductId> SOLD =
      List.of(new ProductId("nordvik-cola-0.5l"), new ProductId("orange"));

  @TempDir Path folder = Path.of(".");

  @BeforeAll
  static void load() throws NativesException {
    OpenCv.load();
  }

  @Test
  void eachPhotoIsRecognisedAsItIsAndOnAnItemThatWearsIt() throws IOException {
    photos("enrol", 1);
    photos("appear", 2);
    Files.writeString(
        folder.resolve("catalogue.csv"),
        """
        product,name,unit,price,currency,mass_g,mass_sd_g
        nordvik-cola-0.5l,Cola,piece,1.09,EUR,548,3
        orange,Orange,piece,0.55,EUR,212,18
        """);
    PhotoShop shop = PhotoShop.open(folder);
    try (Embedder embedder = Embedder.open(EmbeddingModel.bundled())) {
      var gallery = new Enrolment(embedder).folders(List.of(shop.enrol()), (done, of) -> {});
      DomainGap gap = new DomainGap(shop, embedder, gallery);
      DomainGap.Figures figures = gap.measure(1, (done, of) -> {});
      assertEquals(6, figures.real().of());
      assertEquals(6, figures.pooled().of());
      assertTrue(figures.views().of() > 6, figures.views().of() + " views");
      assertTrue(figures.real().fraction() > 0.5, "a bottle is no orange");
      assertEquals(figures.real().fraction() - figures.pooled().fraction(), figures.gap(), 1e-9);
    }
  }

  private void photos(String name, long seed) throws IOException {
    new EnrolmentPhotos(new Wardrobe(DemoShop.articles(), new Chance(0)), new Chance(seed))
        .write(folder.resolve(name), SOLD, 3);
  }
}
