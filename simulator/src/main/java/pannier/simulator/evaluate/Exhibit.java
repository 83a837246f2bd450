package pannier.simulator.evaluate;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import pannier.domain.evidence.LoadSample;
import pannier.domain.trip.TickRecord;
import pannier.simulator.world.Crossing;
import pannier.simulator.world.SimulatedWorld;

/** What the sensors gave about some moments of a trip, kept while it is played once more. */
final class Exhibit implements TripPlayer.Witness {
  /** The hand has left, and the item lies where it lies. */
  private static final long AFTER_NANOS = 1_000_000_000L;

  private final List<Crossing> moments;
  private final List<Weight> weights = new ArrayList<>();
  private final List<Picture> pictures = new ArrayList<>();
  private long lastNanos = -1;

  /** The sum of the cells. */
  record Weight(long nanos, double grams) {}

  /** What a camera saw. */
  record Picture(long nanos, int camera, String jpegBase64) {}

  Exhibit(List<Crossing> moments) {
    this.moments = List.copyOf(moments);
  }

  @Override
  public void saw(SimulatedWorld world, TickRecord record) {
    for (LoadSample sample : record.load()) {
      weights.add(new Weight(sample.timestampNanos(), sample.totalGrams()));
    }
    for (Crossing moment : moments) {
      if (passed(moment.nanos(), record.nanos())
          || passed(moment.restNanos() + AFTER_NANOS, record.nanos())) {
        for (int camera = 0; camera < world.cameras().size(); camera++) {
          pictures.add(new Picture(record.nanos(), camera, base64(world.snapshot(camera))));
        }
      }
    }
    lastNanos = record.nanos();
  }

  private static String base64(byte[] jpeg) {
    return Base64.getEncoder().encodeToString(jpeg);
  }

  private boolean passed(long moment, long nowNanos) {
    return moment > lastNanos && moment <= nowNanos;
  }

  List<Weight> weights() {
    return List.copyOf(weights);
  }

  List<Picture> pictures() {
    return List.copyOf(pictures);
  }
}
