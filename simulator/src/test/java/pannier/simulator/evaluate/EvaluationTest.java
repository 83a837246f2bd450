package pannier.simulator.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pannier.simulator.assortment.Assortment;
import pannier.simulator.enrolment.ShopGallery;
import pannier.simulator.machine.SteppedGate;
import pannier.simulator.shop.Article;
import pannier.simulator.shopper.Trick;
import pannier.vision.gallery.Gallery;
import pannier.vision.natives.NativesException;
import pannier.vision.opencv.OpenCv;

class EvaluationTest {
  @BeforeAll
  static void load() throws NativesException {
    OpenCv.load();
  }

  private static Evaluation evaluation(Evaluation.Habit habit) throws IOException {
    List<Article> articles = Assortment.of(20);
    Gallery gallery = new ShopGallery(articles, 2).open(2, (done, of) -> {});
    return new Evaluation(Evaluation.Shop.of(articles), gallery, 3, habit);
  }

  @Test
  void theSameTripsComeOutWithOneThreadAndWithTwo() throws IOException {
    Evaluation evaluation = evaluation(Evaluation.Habit.honest(2));
    List<PlayedTrip> one = evaluation.play(2, 1, (done, of) -> {});
    assertEquals(one, evaluation.play(2, 2, (done, of) -> {}));
    assertTrue(one.stream().anyMatch(trip -> !trip.crossings().isEmpty()), one.toString());
  }

  @Test
  void badLinksChangeNeitherWhatIsPaidNorHowOften() throws IOException {
    Evaluation evaluation = evaluation(new Evaluation.Habit(2, 0, 1, 0, List.of(Trick.values())));
    for (PlayedTrip trip : evaluation.play(2, 2, (done, of) -> {})) {
      SteppedGate.Books books = trip.log().end().books().orElseThrow();
      assertTrue(books.agree(), books.toString());
      assertEquals(trip.receipt().isPresent() ? 1 : 0, books.settled(), books.toString());
      assertTrue(trip.receipt().isPresent(), "the link is sound again after 20 s at most");
    }
  }

  @Test
  void afterARefusedCardNothingIsChargedUntilTheHiddenThingIsSettled() throws IOException {
    Evaluation evaluation = evaluation(new Evaluation.Habit(2, 1, 0, 0, List.of(Trick.REFUSED)));
    PlayedTrip trip = evaluation.play(1, 1, (done, of) -> {}).getFirst();
    SteppedGate.Books books = trip.log().end().books().orElseThrow();
    assertTrue(books.submitted() >= 1, books.toString());
    assertTrue(books.agree(), books.toString());
    assertTrue(trip.exactOrHeld(), trip.log().story().toString());
    assertEquals(trip.receipt().isPresent() ? 1 : 0, books.settled(), books.toString());
  }

  private static PlayedTrip played(Trick trick) throws IOException {
    Evaluation evaluation = evaluation(new Evaluation.Habit(2, 1, 0, 0, List.of(trick)));
    return evaluation.play(1, 1, (done, of) -> {}).getFirst();
  }

  @Test
  void whoBuysNothingButHidesSomethingDoesNotGetThroughTheGate() throws IOException {
    PlayedTrip trip = played(Trick.EMPTY_HANDED);
    assertEquals(1, trip.crossings().size());
    assertEquals(1, trip.truth().size());
    assertTrue(trip.receipt().isEmpty() && trip.exactOrHeld(), trip.log().story().toString());
  }

  @Test
  void aLineThatIsCalledWrongIsLookedAtByStaffAndPaidAfterwards() throws IOException {
    PlayedTrip trip = played(Trick.DISPUTED);
    assertTrue(trip.log().troubles().staff(), trip.log().story().toString());
    assertTrue(trip.receipt().isPresent(), trip.log().story().toString());
  }

  @Test
  void pullingTheBatteryOutHidesNothing() throws IOException {
    PlayedTrip trip = played(Trick.BATTERY_OUT);
    SteppedGate.Books books = trip.log().end().books().orElseThrow();
    assertTrue(books.agree(), books.toString());
    assertTrue(trip.exactOrHeld(), trip.toString());
  }

  @Test
  void whateverBreaksDownNobodyPaysTwiceOrForWhatIsNotThere() throws IOException {
    Evaluation evaluation = evaluation(new Evaluation.Habit(2, 0, 0, 1, List.of(Trick.values())));
    List<PlayedTrip> trips = evaluation.play(3, 2, (done, of) -> {});
    for (PlayedTrip trip : trips) {
      SteppedGate.Books books = trip.log().end().books().orElseThrow();
      assertTrue(books.agree(), books.toString());
      assertEquals(trip.receipt().isPresent() ? 1 : 0, books.settled(), books.toString());
      assertTrue(trip.exactOrHeld(), trip.toString());
    }
    assertEquals(trips, evaluation.play(3, 1, (done, of) -> {}), "the same twice");
  }
}
