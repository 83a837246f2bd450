package pannier.gate.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pannier.wire.CartStatus;
import pannier.wire.StaffOrder;

final class FleetTest {
  private static final StaffOrder.Word WORD = new StaffOrder.Word("Ada", "a coat");

  private Instant now = Instant.parse("2026-01-01T08:00:00Z");
  private final Fleet fleet = new Fleet(() -> now);

  @Test
  void orderIsGivenAgainUntilItIsDone() {
    fleet.hear("cart-1", status("trip-1", "", 0));
    StaffOrder order = order("trip-1").orElseThrow();
    assertEquals(List.of(order), fleet.hear("cart-1", status("trip-1", "", 0)));
    assertEquals(List.of(order), fleet.hear("cart-1", status("trip-1", "", 0)));
    assertEquals(List.of(), fleet.hear("cart-1", status("trip-1", "", order.id())));
  }

  @Test
  void orderOfATripThatIsOverIsDropped() {
    fleet.hear("cart-1", status("trip-1", "", 0));
    assertTrue(order("trip-1").isPresent());
    assertEquals(List.of(), fleet.hear("cart-1", status("trip-2", "", 0)));
    assertEquals(Optional.empty(), order("trip-1"));
  }

  @Test
  void ordersNumbersGrowAlsoOverARestart() {
    fleet.hear("cart-1", status("trip-1", "", 0));
    long first = order("trip-1").orElseThrow().id();
    assertTrue(order("trip-1").orElseThrow().id() > first);
    now = now.plusSeconds(1);
    Fleet restarted = new Fleet(() -> now);
    restarted.hear("cart-1", status("trip-1", "", first));
    long later =
        restarted.order("cart-1", "trip-1", StaffOrder.Kind.CLOSE, 0, WORD).orElseThrow().id();
    assertTrue(later > first);
  }

  @Test
  void waitingCountsFromWhenItBegan() {
    Instant began = now;
    fleet.hear("cart-1", status("trip-1", "help", 0));
    now = now.plusSeconds(5);
    fleet.hear("cart-1", status("trip-1", "help", 0));
    assertEquals(Optional.of(began), fleet.carts().getFirst().waitingSince());
    fleet.hear("cart-1", status("trip-1", "", 0));
    assertEquals(Optional.empty(), fleet.carts().getFirst().waitingSince());
  }

  @Test
  void quietCartIsCalledSilent() {
    fleet.hear("cart-1", status("trip-1", "", 0));
    assertFalse(fleet.silent(fleet.carts().getFirst()));
    now = now.plusSeconds(11);
    assertTrue(fleet.silent(fleet.carts().getFirst()));
  }

  @Test
  void cartThatDoesNothingIsNotGivenMoreAndMore() {
    fleet.hear("cart-1", status("trip-1", "", 0));
    int given = 0;
    for (int i = 0; i < 100; i++) {
      given += order("trip-1").isPresent() ? 1 : 0;
    }
    assertEquals(16, given);
  }

  private Optional<StaffOrder> order(String trip) {
    return fleet.order("cart-1", trip, StaffOrder.Kind.RESOLVE, 3, WORD);
  }

  private static CartStatus status(String trip, String call, long done) {
    return new CartStatus("SHOPPING", trip, call, List.of(), List.of(), done);
  }
}
