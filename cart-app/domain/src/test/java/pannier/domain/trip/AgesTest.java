package pannier.domain.trip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import pannier.domain.basket.Accord;
import pannier.domain.basket.Bill;
import pannier.domain.trip.TripState.NeedsStaff;
import pannier.domain.trip.TripState.Reviewing;

class AgesTest {
  private static final String BEER_IN = "2 in beer:0.97; 2.9 +530; ";

  private final Shop shop = Shop.of("beer 530 3 18; knife 210 2 18; wine 1250 4 16; water 521 3");

  @Test
  void payWaitsForStaffAndTheRestOfTheTripGoesOn() {
    Shop.Outcome outcome =
        ShoppingTest.assertPlays(
            "added beer 1; added water 1 | beer 1, water 1 | NeedsStaff",
            shop,
            BEER_IN + "6 pay; 8 in water:0.97; 8.9 +521");
    NeedsStaff waiting = assertInstanceOf(NeedsStaff.class, outcome.state().trip());
    assertEquals(new Call.AgeCheck(18, "beer"), waiting.call());
  }

  @Test
  void approvalPaysAtOnceAndNamesWhoGaveIt() {
    Bill bill = bill(BEER_IN + "6 pay; 12 age Ann 18");
    assertEquals(new Accord.Approval(18, "Ann"), bill.accord().approval());
    assertTrue(bill.flags().contains("age 18 approved by Ann"), bill.flags().toString());
  }

  @Test
  void approvalBeforePayHoldsForTheWholeTrip() {
    assertEquals(
        2, bill(BEER_IN + "5 age Ann 18; 6 in knife:0.97; 6.9 +210; 9 pay").lines().size());
  }

  @Test
  void approvalOfALowerAgeIsNotEnough() {
    ShoppingTest.assertPlays(
        "added beer 1 | beer 1 | NeedsStaff", shop, BEER_IN + "6 pay; 8 age Ann 16");
  }

  @Test
  void approvalOfNoAgeDoesNotCount() {
    ShoppingTest.assertPlays(
        "added beer 1 | beer 1 | NeedsStaff", shop, BEER_IN + "6 pay; 8 age Ann 0");
  }

  @Test
  void refusalKeepsTheTripOpenUntilTheThingIsOut() {
    Shop.Outcome refused =
        ShoppingTest.assertPlays(
            "added beer 1 | beer 1 | Shopping", shop, BEER_IN + "6 pay; 8 deny Ann");
    assertTrue(
        trip(refused).flags().contains("age check refused by Ann: no passport"),
        trip(refused).flags().toString());
    assertEquals(
        List.of(), bill(BEER_IN + "6 pay; 8 deny Ann; 10 -530; 10.3 out beer:0.9; 14 pay").lines());
  }

  @Test
  void whatHasNoLimitIsPaidWithoutStaff() {
    assertEquals(1, bill("2 in water:0.97; 2.9 +521; 6 pay").lines().size());
  }

  @Test
  void staffAreCalledOnceHoweverLongItTakes() {
    CartCore core = new CartCore(shop.catalogue(), CartConfig.standard(new Sensors(1, true)));
    CartState state = core.start(0);
    int calls = 0;
    for (TickRecord record : shop.record(BEER_IN + "6 pay; 20 more", 1)) {
      CartCore.Step step = core.tick(state, record);
      state = step.state();
      calls += (int) step.effects().stream().filter(Effect.TellStaff.class::isInstance).count();
    }
    assertEquals(1, calls);
  }

  @Test
  void billKeepsThePricesOfItsTripsStartAndTheDayOfPay() {
    Bill bill =
        bill(
            "0 prices old; 0 day 20500; 2 in water:0.97; 2.9 +521; 4 prices new; 5 day 20501; 6 pay");
    // the trip starts with the first tick, before any price list
    assertEquals(new Accord.Basis("old", 20_501L), bill.accord().basis());
  }

  @Test
  void walletMayChangeUntilTheBillIsSent() {
    Bill bill = bill("2 in water:0.97; 2.9 +521; 6 pay; 8 card tok-2");
    assertEquals("tok-2", bill.accord().wallet().means().getFirst().token());
    assertEquals(List.of("SUN"), bill.accord().wallet().coupons());
    Shop.Outcome sent = shop.play("2 in water:0.97; 2.9 +521; 6 pay; 8 exit; 9 card tok-3");
    TripState.Settling settling = assertInstanceOf(TripState.Settling.class, sent.state().trip());
    assertEquals(List.of(), settling.bill().accord().wallet().means());
  }

  private Bill bill(String scenario) {
    return assertInstanceOf(Reviewing.class, shop.play(scenario).state().trip()).bill();
  }

  private static Trip trip(Shop.Outcome outcome) {
    return assertInstanceOf(TripState.Open.class, outcome.state().trip()).trip();
  }
}
