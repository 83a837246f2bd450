package pannier.domain.trip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pannier.domain.basket.Content;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.LoadSample;
import pannier.domain.evidence.MotionSample;

/** When the brake holds: five samples a second of a cart with water in it, and who comes by. */
class ParkingTest {
  private static final long SECOND = 1_000_000_000L;
  private static final int LEFT_SECONDS = 15 * 60;

  private final Shop shop = Shop.of("water 521 3");
  private final CartCore core =
      new CartCore(shop.catalogue(), CartConfig.standard(new Sensors(0, true)));
  private CartState state = core.start(0);
  private final List<Boolean> brake = new ArrayList<>();
  private long nanos;

  private void tick(double feltMps2, Input... inputs) {
    nanos += SECOND / 5;
    double cell = 521.0 / 4;
    List<MotionSample> motion =
        Double.isNaN(feltMps2) ? List.of() : List.of(new MotionSample(nanos, 0.2, feltMps2));
    // The cells' own noise, so that none of them seems to stand still.
    double noise = nanos / (SECOND / 5) % 2 == 0 ? 0.05 : -0.05;
    LoadSample load = new LoadSample(nanos, cell + noise, cell - noise, cell + noise, cell - noise);
    CartCore.Step step =
        core.tick(state, new TickRecord(nanos, List.of(load), motion, List.of(), List.of(inputs)));
    state = step.state();
    for (Effect effect : step.effects()) {
      if (effect instanceof Effect.Brake told) {
        brake.add(told.holds());
      }
    }
  }

  private void stand(int seconds, double feltMps2) {
    for (int i = 0; i < seconds * 5; i++) {
      tick(feltMps2);
    }
  }

  private void begin() {
    Content water = new Content(new ProductId("water"), 1);
    tick(0.02, new Input.Start("t1", List.of(water), false));
  }

  @Test
  void holdsACartThatWasLeftAloneUntilSomebodyTouchesIt() {
    begin();
    stand(LEFT_SECONDS - 10, 0.02);
    assertEquals(List.of(), brake);
    stand(20, 0.02);
    assertEquals(List.of(true), brake);
    tick(0.02, new Input.CallStaff());
    assertEquals(List.of(true, false), brake);
    stand(LEFT_SECONDS - 10, 0.02);
    assertEquals(List.of(true, false), brake);
  }

  @Test
  void whoeverPushesFreesIt() {
    begin();
    stand(LEFT_SECONDS + 20, 0.02);
    tick(0.4);
    assertEquals(List.of(true, false), brake);
  }

  @Test
  void cartThatDoesNotFeelWhetherItRollsIsNeverHeld() {
    begin();
    stand(LEFT_SECONDS + 20, Double.NaN);
    assertEquals(List.of(), brake);
  }

  @Test
  void troubleWithTheBatteryFreesIt() {
    begin();
    stand(LEFT_SECONDS + 20, 0.02);
    tick(0.02, new Input.Equipment("battery", "nearly empty"));
    assertEquals(List.of(true, false), brake);
  }

  @Test
  void cartWithoutATripIsFree() {
    stand(LEFT_SECONDS + 20, 0.02);
    assertEquals(List.of(), brake);
  }

  @Test
  void staffWhoCloseTheTripFreeIt() {
    begin();
    stand(LEFT_SECONDS + 20, 0.02);
    tick(0.02, new Input.Close("Ann", "abandoned"));
    assertEquals(List.of(true, false), brake);
  }

  @Test
  void holdsAgainAfterARestart() {
    begin();
    stand(LEFT_SECONDS + 20, 0.02);
    assertEquals(
        List.of(true),
        core.reissue(state).stream()
            .filter(Effect.Brake.class::isInstance)
            .map(effect -> ((Effect.Brake) effect).holds())
            .toList());
  }
}
