package pannier.domain.trip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import pannier.domain.basket.Bill;
import pannier.domain.basket.BillLine;
import pannier.domain.basket.Content;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Code;
import pannier.domain.trip.TripState.NeedsStaff;
import pannier.domain.trip.TripState.Open;
import pannier.domain.trip.TripState.Reviewing;

class LowerShelfTest {
  /** Their codes end in 1, 2, 3 and 4. */
  private final Shop shop = Shop.of("crate 9200 40; water 521 3; apples kg; beer 9800 40 18");

  private static final String CRATE = "below 4000000000001; ";

  @Test
  void whatIsDeclaredByItsCodeIsBilledThoughNothingWeighsIt() {
    Bill bill = bill("2 " + CRATE + "3 " + CRATE + "4 in water:0.97; 4.9 +521; 9 pay");
    assertEquals(
        List.of("water 1", "crate 2"),
        bill.lines().stream().map(it -> it.product() + " " + it.pieces()).toList());
    assertTrue(
        bill.flags().contains("declared below the basket: 2 pieces"), bill.flags()::toString);
    BillLine crates = bill.lines().getLast();
    assertEquals(18_400, crates.mass().grams());
  }

  @Test
  void whatIsTakenOffTheShelfIsNotBilled() {
    Bill bill = bill("2 " + CRATE + "3 " + CRATE + "4 unbelow crate; 5 unbelow water; 9 pay");
    assertEquals(1, bill.lines().getFirst().pieces());
    assertEquals(List.of(), bill("2 " + CRATE + "3 unbelow crate; 9 pay").lines());
  }

  @Test
  void theSamePieceInTheBasketIsAnotherOne() {
    Bill bill = bill("2 below 4000000000002; 4 in water:0.97; 4.9 +521; 9 pay");
    assertEquals(List.of(1, 1), bill.lines().stream().map(BillLine::pieces).toList());
    Open out =
        open(
            "2 below 4000000000002; 4 in water:0.97; 4.9 +521; 8 -521; 8.3 out water:0.97; 12 more");
    assertEquals(List.of(new Content(new ProductId("water"), 1)), out.trip().accord().below());
  }

  @Test
  void looseGoodsUnknownCodesAndTooManyAreRefused() {
    assertEquals(List.of(), open("2 below 4000000000003; 3 below 123").trip().accord().below());
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < LowerShelf.MOST_PIECES + 3; i++) {
      many.append(2 + i).append(' ').append(CRATE);
    }
    List<Content> below = open(many + "60 more").trip().accord().below();
    assertEquals(LowerShelf.MOST_PIECES, below.getFirst().pieces());
  }

  @Test
  void anAgeLimitHoldsBelowTheBasketToo() {
    NeedsStaff waits = assertInstanceOf(NeedsStaff.class, open("2 below 4000000000004; 5 pay"));
    assertEquals(new Call.AgeCheck(18, "beer"), waits.call());
    assertEquals(1, bill("2 below 4000000000004; 5 pay; 7 age Ann 18; 9 more").lines().size());
  }

  @Test
  void nothingIsDeclaredWithoutATrip() {
    CartCore core = new CartCore(shop.catalogue(), CartConfig.standard(new Sensors(1, true)));
    CartState state = core.start(0);
    Input below = new Input.Below(new Code(Code.Symbology.EAN_13, "4000000000001"));
    TickRecord record = new TickRecord(20_000_000, List.of(), List.of(), List.of(), List.of(below));
    assertInstanceOf(TripState.Idle.class, core.tick(state, record).state().trip());
  }

  private Bill bill(String scenario) {
    return assertInstanceOf(Reviewing.class, shop.play(scenario).state().trip()).bill();
  }

  private Open open(String scenario) {
    return assertInstanceOf(Open.class, shop.play(scenario).state().trip());
  }
}
