package pannier.simulator.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pannier.simulator.assortment.Assortment;
import pannier.simulator.enrolment.ShopGallery;
import pannier.simulator.shop.Article;
import pannier.vision.gallery.Gallery;
import pannier.vision.natives.NativesException;
import pannier.vision.opencv.OpenCv;

class EvaluationTest {
  @BeforeAll
  static void load() throws NativesException {
    OpenCv.load();
  }

  @Test
  void theSameTripsComeOutWithOneThreadAndWithTwo() throws IOException {
    List<Article> articles = Assortment.of(20);
    Gallery gallery = new ShopGallery(articles, 2).open(2, (done, of) -> {});
    Evaluation evaluation =
        new Evaluation(Evaluation.Shop.of(articles), gallery, 3, new Evaluation.Habit(2, 0));
    List<PlayedTrip> one = evaluation.play(2, 1, (done, of) -> {});
    assertEquals(one, evaluation.play(2, 2, (done, of) -> {}));
    assertTrue(one.stream().anyMatch(trip -> !trip.crossings().isEmpty()), one.toString());
  }
}
