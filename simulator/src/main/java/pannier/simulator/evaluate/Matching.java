package pannier.simulator.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pannier.simulator.world.Crossing;

/** Which booked pieces are which true crossings: same product, same way, within five seconds. */
record Matching(int booked, int matched, int crossings, List<Long> delaysNanos) {
  private static final long WITHIN_NANOS = 5_000_000_000L;

  static Matching of(PlayedTrip trip) {
    List<Crossing> free = new ArrayList<>(trip.crossings());
    List<Long> delays = new ArrayList<>();
    int pieces = 0;
    int matched = 0;
    for (Booked booked : trip.log().made().booked()) {
      for (int i = 0; i < booked.what().count(); i++) {
        pieces++;
        Crossing nearest = nearest(free, booked);
        if (nearest != null) {
          free.remove(nearest);
          matched++;
          if (booked.unaided()) {
            delays.add(Math.max(0, booked.decidedNanos() - nearest.restNanos()));
          }
        }
      }
    }
    return new Matching(pieces, matched, trip.crossings().size(), delays);
  }

  private static @Nullable Crossing nearest(List<Crossing> free, Booked booked) {
    Crossing best = null;
    long bestNanos = WITHIN_NANOS;
    for (Crossing crossing : free) {
      long apart = Math.abs(crossing.nanos() - booked.happenedNanos());
      if (crossing.direction() == booked.direction()
          && crossing.product().equals(booked.what().product())
          && apart < bestNanos) {
        best = crossing;
        bestNanos = apart;
      }
    }
    return best;
  }
}
