package pannier.gate.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pannier.wire.CartStatus;
import pannier.wire.Digest;

/** A version that goes to a part of 400 carts. */
class StagesTest {
  private static final Digest RELEASE = Digest.of(new byte[] {7});
  private static final List<String> CARTS =
      IntStream.range(0, 400).mapToObj(number -> "cart-" + number).toList();

  private final Stages stages = new Stages();

  private List<String> taking() {
    return CARTS.stream().filter(cart -> stages.of(cart).equals(Optional.of(RELEASE))).toList();
  }

  private void fails(String cart, String version) {
    CartStatus status = new CartStatus("IDLE", "", "", List.of(), List.of(), 0);
    stages.hear(cart, status.with(new CartStatus.Program("0.2.0", version)));
  }

  @Test
  void largerStageHasTheCartsOfTheSmallerOne() {
    stages.offer("0.3.0", RELEASE, 5);
    List<String> first = taking();
    stages.offer("0.3.0", RELEASE, 50);
    List<String> half = taking();
    assertTrue(first.size() > 4 && first.size() < 40, first::toString);
    assertTrue(half.size() > 150 && half.size() < 250, () -> half.size() + " carts");
    assertTrue(half.containsAll(first));
    stages.offer("0.3.0", RELEASE, 100);
    assertEquals(CARTS, taking());
  }

  @Test
  void stopsForAllWhenItFailedOnTwoCarts() {
    stages.offer("0.3.0", RELEASE, 100);
    fails("cart-1", "0.3.0");
    fails("cart-1", "0.3.0");
    assertEquals(399, taking().size());
    fails("cart-2", "0.3.0");
    assertEquals(List.of(), taking());
    stages.offer("0.3.0", RELEASE, 100);
    assertEquals(List.of(), taking(), "the same version does not come back");
    stages.offer("0.3.1", RELEASE, 100);
    assertEquals(CARTS, taking());
  }

  @Test
  void failureOfAnotherVersionStopsNothing() {
    stages.offer("0.3.0", RELEASE, 100);
    fails("cart-1", "0.2.9");
    fails("cart-2", "0.2.9");
    assertEquals(CARTS, taking());
  }

  @Test
  void nothingIsTakenOfWhatWasWithdrawn() {
    stages.offer("0.3.0", RELEASE, 100);
    stages.withdraw();
    assertEquals(List.of(), taking());
  }
}
