package pannier.simulator.world;

import java.util.ArrayList;
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

  /** Takes the place with the most room about it, and of several good ones any. */
  Vector take(Body body) {
    double radius = body.widthMetres() / 2;
    List<Vector> good = new ArrayList<>();
    Vector best = Vector.ZERO;
    double most = Double.NEGATIVE_INFINITY;
    for (double y : ROWS) {
      for (double x : COLUMNS) {
        Vector place = new Vector(x, y, 0);
        double room = room(place, radius);
        if (room > 0) {
          good.add(place);
        }
        if (room > most) {
          most = room;
          best = place;
        }
      }
    }
    Vector chosen = good.isEmpty() ? best : good.get(random.nextInt(good.size()));
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
