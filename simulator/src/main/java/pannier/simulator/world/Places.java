package pannier.simulator.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import pannier.simulator.body.Body;
import pannier.simulator.geometry.Vector;

/** Finds room on the basket's floor. */
final class Places {
  private static final double[] ROWS = {0.06, 0.15};
  private static final double[] COLUMNS = {-0.21, -0.105, 0, 0.105, 0.21};
  private static final double JITTER_METRES = 0.008;

  private final RandomGenerator random;
  private final List<Taken> taken = new ArrayList<>();

  Places(RandomGenerator random) {
    this.random = random;
  }

  private record Taken(Vector middle, double radiusMetres) {}

  /**
   * Takes one of the places with room about it that other things hide least from the camera; if the
   * basket is full, the one with the most room.
   */
  Vector take(Body body) {
    double radius = body.widthMetres() / 2;
    List<Vector> all = new ArrayList<>();
    for (double y : ROWS) {
      for (double x : COLUMNS) {
        all.add(new Vector(x, y, 0));
      }
    }
    List<Vector> roomy = all.stream().filter(place -> room(place, radius) > 0).toList();
    double leastHidden = roomy.stream().mapToDouble(place -> hidden(place, radius)).min().orElse(0);
    List<Vector> good =
        roomy.stream().filter(place -> hidden(place, radius) <= leastHidden).toList();
    Vector chosen =
        good.isEmpty()
            ? Collections.max(all, Comparator.comparingDouble(place -> room(place, radius)))
            : good.get(random.nextInt(good.size()));
    Vector jittered =
        chosen.plus(
            new Vector(
                JITTER_METRES * random.nextGaussian(), JITTER_METRES * random.nextGaussian(), 0));
    taken.add(new Taken(jittered, radius));
    return jittered;
  }

  /** Frees the place that {@link #take} gave. */
  void free(Vector place) {
    taken.removeIf(other -> other.middle.equals(place));
  }

  /** How much of its width stands behind others, 0 (nothing) to 1, in tenths. */
  private double hidden(Vector place, double radius) {
    double most = 0;
    for (Taken other : taken) {
      if (place.y() > other.middle.y() + 0.03) {
        double overlap = other.radiusMetres + radius - Math.abs(place.x() - other.middle.x());
        most = Math.max(most, Math.clamp(overlap / (2 * radius), 0, 1));
      }
    }
    return Math.ceil(most * 10) / 10;
  }

  private double room(Vector place, double radius) {
    double wall = 0.29 - Math.abs(place.x()) - radius;
    double room = wall;
    for (Taken other : taken) {
      double distance = other.middle.minus(place).length();
      room = Math.min(room, distance - (other.radiusMetres + radius) * 0.95);
    }
    return room;
  }
}
