package pannier.domain.trip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pannier.domain.basket.Bill;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.evidence.MotionSample;
import pannier.domain.weighing.Weighing;
import pannier.domain.weighing.WeighingRules;

/** Goods that are sold by mass, from load samples and motion to the bill. */
class WeigherTest {
  private static final String SEAL = "scale sealed: calibration 2, configuration 1, log 00ff";

  private final Shop shop = Shop.of("water 521 3; grapes kg");

  private record Played(CartState state, List<Weighing> weighings, List<String> said) {}

  /** The records through a core whose scale is sealed. */
  private Played play(List<TickRecord> records) {
    CartConfig standard = CartConfig.standard(new Sensors(1, true));
    TripConfig sealed = standard.trip().with(WeighingRules.standard().sealed(SEAL));
    CartCore core =
        new CartCore(
            shop.catalogue(),
            new CartConfig(standard.sensors(), standard.scale(), standard.reconcile(), sealed));
    CartState state = core.start(0);
    List<Weighing> weighings = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (TickRecord record : records) {
      CartCore.Step step = core.tick(state, record);
      state = step.state();
      weighings.addAll(step.weighings());
      for (Effect effect : step.effects()) {
        if (effect instanceof Effect.Say say) {
          said.add(say.notice().text());
        }
      }
    }
    return new Played(state, weighings, said);
  }

  private Played play(String scenario) {
    return play(shop.record(scenario, 1));
  }

  private static Bill bill(Played played) {
    return assertInstanceOf(TripState.Reviewing.class, played.state().trip()).bill();
  }

  @Test
  void whatIsSoldByMassIsARecordedMultipleOfTheStep() {
    Played played = play("1 in grapes:0.97; 1.5 +641; 6 pay");
    Weighing weighing = played.weighings().getFirst();
    assertEquals(640, weighing.result().netGrams());
    assertEquals(641, weighing.result().grossGrams(), 1.5);
    assertEquals(SEAL, weighing.seal());
    assertEquals(640, bill(played).lines().getFirst().mass().grams(), 1e-6);
    assertEquals(1, played.weighings().size());
  }

  @Test
  void whatGoesInWhileTheCartIsPushedIsWeighedOnceItStands() {
    String pushed = "1 push; 2 in grapes:0.97; 2.5 +642; ";
    Played rolling = play(shop.record(pushed + "20 more", 1).subList(0, 400));
    assertTrue(rolling.weighings().isEmpty());
    Played stood = play("0.9 stop; " + pushed + "5 stop; 9 pay");
    assertEquals(1, stood.weighings().size());
    assertTrue(stood.weighings().getFirst().stability().bySensor());
    assertEquals(SaleUnit.KILOGRAM, bill(stood).lines().getFirst().unit());
  }

  @Test
  void lessThanMinIsNotSold() {
    Played played = play("1 in grapes:0.97; 1.5 +80; 6 pay");
    assertTrue(played.weighings().isEmpty());
    TripState.NeedsStaff waits =
        assertInstanceOf(TripState.NeedsStaff.class, played.state().trip());
    assertEquals(new Call.Unweighed("grapes"), waits.call());
    assertTrue(played.said().getFirst().contains("too light"), played.said()::toString);
  }

  @Test
  void whatIsTooLightHoldsUpNothingOnceItIsOut() {
    Played played = play("1 in grapes:0.97; 1.5 +80; 6 pay; 9 out grapes:0.97; 9.4 -80");
    assertTrue(bill(played).lines().isEmpty());
  }

  @Test
  void aSensorThatFellSilentSellsNothing() {
    List<TickRecord> silent = new ArrayList<>();
    for (TickRecord record :
        shop.record("0.5 push; 0.8 stop; 6 in grapes:0.97; 6.5 +642; 12 pay", 1)) {
      boolean heard = record.nanos() < 3_000_000_000L;
      silent.add(
          new TickRecord(
              record.nanos(),
              record.load(),
              heard ? record.motion() : List.of(),
              record.vision(),
              record.inputs()));
    }
    Played played = play(silent);
    assertTrue(played.weighings().isEmpty());
    assertInstanceOf(TripState.Shopping.class, played.state().trip());
    assertTrue(played.said().getFirst().contains("does not feel"), played.said()::toString);
  }

  /** A smooth floor at a walk: the scale settles, but that is no weighing. */
  private List<TickRecord> onSmoothFloor(String scenario, double fromSeconds, double toSeconds) {
    List<TickRecord> rolling = new ArrayList<>();
    for (TickRecord record : shop.record(scenario, 1)) {
      double seconds = record.nanos() / 1e9;
      double felt = seconds >= fromSeconds && seconds < toSeconds ? 0.25 : 0.02;
      List<MotionSample> motion = List.of(new MotionSample(record.nanos(), 0.3, felt));
      rolling.add(
          new TickRecord(record.nanos(), record.load(), motion, record.vision(), record.inputs()));
    }
    return rolling;
  }

  @Test
  void whatWentInOnARollingCartIsWeighedOnceItStands() {
    Played played = play(onSmoothFloor("3 in grapes:0.97; 3.5 +641; 12 pay", 1, 8));
    assertTrue(played.said().getFirst().contains("stand still"), played.said()::toString);
    Weighing weighing = played.weighings().getFirst();
    assertTrue(weighing.timestampNanos() > 8_000_000_000L);
    assertEquals(new Weighing.Stability(300, true, 0.3), weighing.stability());
    assertEquals(640, bill(played).lines().getFirst().mass().grams(), 1e-6);
  }

  @Test
  void whatCannotBeToldFromOtherThingsIsPutInAnew() {
    String both = "3 in grapes:0.97; 3.5 +641; 6 in water:0.97; 6.5 +521; ";
    Played mixed = play(onSmoothFloor(both + "14 pay", 1, 10));
    assertTrue(mixed.weighings().isEmpty());
    assertTrue(mixed.said().getLast().contains("put it in again"), mixed.said()::toString);
    assertInstanceOf(TripState.NeedsStaff.class, mixed.state().trip());

    String again = "14 out grapes:0.97; 14.4 -641; 19 in grapes:0.97; 19.5 +641; 24 pay";
    Played mended = play(onSmoothFloor(both + again, 1, 10));
    assertEquals(1, mended.weighings().size());
    assertEquals(2, bill(mended).lines().size());
  }

  @Test
  void whatStaffAnswerForIsOnTheBill() {
    Played played = play("1 in grapes:0.97; 1.5 +80; 6 pay; 9 staff 0 counter");
    assertTrue(bill(played).flags().contains("not weighed for sale: grapes, by Ann"));
  }
}
