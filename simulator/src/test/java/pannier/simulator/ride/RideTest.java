package pannier.simulator.ride;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RideTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void aFloorShakesAsStronglyAsItSaysAndInProportionToSpeed() {
    for (Floor floor : Floor.values()) {
      assertEquals(floor.rmsMps2(), rms(floor, 1), 0.25 * floor.rmsMps2(), floor.name());
      assertEquals(0.5 * floor.rmsMps2(), rms(floor, 0.5), 0.13 * floor.rmsMps2(), floor.name());
    }
  }

  private static double rms(Floor floor, double metresPerSecond) {
    Ride ride = new Ride.Rolling(0, 100 * SECOND, floor, metresPerSecond);
    double sum = 0;
    int samples = 20_000;
    for (int i = 0; i < samples; i++) {
      double felt = ride.verticalMps2(i * 5_000_000L);
      sum += felt * felt;
    }
    return Math.sqrt(sum / samples);
  }

  @Test
  void aLiftMakesHeavierThenLighterAndComesToRest() {
    Ride up = new Ride.Elevator(0, 10 * SECOND, 0.8);
    assertEquals(0.8, up.verticalMps2(3 * SECOND / 4), 1e-9);
    assertEquals(0, up.verticalMps2(5 * SECOND));
    assertEquals(-0.8, up.verticalMps2(10 * SECOND - 3 * SECOND / 4), 1e-9);
    double metresPerSecond = 0;
    for (long nanos = 0; nanos < 10 * SECOND; nanos += 1_000_000) {
      metresPerSecond += up.verticalMps2(nanos) * 1e-3;
    }
    assertEquals(0, metresPerSecond, 1e-3);
  }

  @Test
  void aJourneyIsStillAndLevelButForItsRides() {
    Journey journey = new Journey();
    journey.add(new Ride.Ramp(SECOND, 11 * SECOND, 5));
    journey.add(new Ride.Kerb(20 * SECOND));
    assertEquals(0, journey.tiltDegrees(SECOND / 2));
    assertEquals(5, journey.tiltDegrees(5 * SECOND));
    assertEquals(0, journey.verticalMps2(5 * SECOND));
    assertTrue(Math.abs(journey.verticalMps2(20 * SECOND + 20_000_000)) > 5);
    journey.forgetBefore(30 * SECOND);
    assertEquals(0, journey.tiltDegrees(5 * SECOND));
  }
}
