package pannier.domain.trip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.evidence.LoadSample;
import pannier.domain.evidence.SensorEvent;

class CartCoreTest {
  private static final Catalogue EMPTY = new Catalogue(Currency.getInstance("EUR"), List.of());

  private final CartCore core = new CartCore(EMPTY, CartConfig.standard(new Sensors(0, true)));

  @Test
  void anEmptyBasketIsPaidWithABillOfNothing() {
    CartState state = still(core.start(0), 0, 50, 0);
    state = input(state, 1000, new Input.Start("t1"));
    state = input(state, 1020, new Input.Pay());
    TripState.Reviewing reviewing = assertInstanceOf(TripState.Reviewing.class, state.trip());
    assertTrue(reviewing.bill().lines().isEmpty());
    CartCore.Step exit = core.tick(state, tick(1040, List.of(), new Input.Exit()));
    assertTrue(exit.effects().stream().anyMatch(Effect.Settle.class::isInstance));
    assertTrue(core.reissue(exit.state()).stream().anyMatch(Effect.Settle.class::isInstance));
    state = input(exit.state(), 1060, new Input.GateSettled(1, "r1"));
    assertInstanceOf(TripState.Settled.class, state.trip());
    assertInstanceOf(TripState.Idle.class, input(state, 1080, new Input.Done()).trip());
  }

  @Test
  void aBasketThatIsNotEmptyIsRefusedAtTheStart() {
    CartState state = still(core.start(0), 0, 50, 400);
    assertInstanceOf(TripState.Idle.class, input(state, 1000, new Input.Start("t1")).trip());
    CartState declared = input(state, 1000, new Input.Start("t1", List.of(), true));
    assertEquals(
        List.of("personal items, 400 g"),
        assertInstanceOf(TripState.Shopping.class, declared.trip()).trip().flags());
  }

  @Test
  void aBatteryThatRunsOutIsShownToldJournaledAndOver() {
    CartState state = input(still(core.start(0), 0, 50, 0), 1000, new Input.Start("t1"));
    CartCore.Step low =
        core.tick(state, tick(1020, List.of(), new Input.Equipment("battery", "nearly empty")));
    assertEquals(List.of("battery: nearly empty"), low.state().untrusted());
    assertEquals(
        List.of(new SensorEvent(1020 * 1_000_000L, "battery", false, "nearly empty")),
        low.sensors());
    assertTrue(low.effects().stream().anyMatch(Effect.TellStaff.class::isInstance));
    assertTrue(low.effects().stream().anyMatch(Effect.Show.class::isInstance));
    CartState well = input(low.state(), 1040, new Input.Equipment("battery", ""));
    assertEquals(List.of(), well.untrusted());
    TripState.Shopping trip = assertInstanceOf(TripState.Shopping.class, well.trip());
    assertEquals(List.of("battery: nearly empty"), trip.trip().flags());
  }

  @Test
  void anIdIsOneTripsForEver() {
    CartState state = still(core.start(0), 0, 50, 0);
    state = input(state, 1000, new Input.Start("t1"));
    state = input(state, 1020, new Input.Close("Ann", "went home"));
    state = input(state, 1040, new Input.Start("t2"));
    state = input(state, 1060, new Input.Close("Ann", "went home"));
    assertInstanceOf(TripState.Idle.class, input(state, 1080, new Input.Start("t1")).trip());
    assertInstanceOf(TripState.Idle.class, input(state, 1080, new Input.Start("t2")).trip());
    assertInstanceOf(TripState.Shopping.class, input(state, 1080, new Input.Start("t3")).trip());
  }

  @Test
  void aTripOfBeforeThePowerCutDoesNotBeginAgain() {
    CartState state = still(core.start(0), 0, 50, 0);
    state = input(state, 1000, new Input.TripsBefore(List.of("t1", "t2")));
    assertInstanceOf(TripState.Idle.class, input(state, 1020, new Input.Start("t2")).trip());
    assertInstanceOf(TripState.Shopping.class, input(state, 1020, new Input.Start("t3")).trip());
  }

  private CartState input(CartState state, long ms, Input input) {
    return core.tick(state, tick(ms, List.of(), input)).state();
  }

  private CartState still(CartState state, int fromTick, int ticks, double grams) {
    CartState next = state;
    for (int i = fromTick; i < fromTick + ticks; i++) {
      double cell = grams / 4;
      LoadSample sample = new LoadSample(i * 20_000_000L, cell, cell, cell, cell);
      next = core.tick(next, tick(i * 20L, List.of(sample))).state();
    }
    return next;
  }

  private static TickRecord tick(long ms, List<LoadSample> load, Input... inputs) {
    return new TickRecord(ms * 1_000_000, load, List.of(), List.of(), List.of(inputs));
  }
}
