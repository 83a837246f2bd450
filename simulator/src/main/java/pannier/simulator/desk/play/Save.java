package pannier.simulator.desk.play;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import pannier.simulator.recording.TripRecorder;
import pannier.simulator.world.SimulatedWorld;
import pannier.simulator.world.WorldSpec;
import pannier.vision.gallery.Gallery;

/**
 * A simulated trip up to an instant, as its seed and what was done in it. Nothing needs to have
 * been recorded while it was played: played again, the world gives the same readings to the bit.
 */
public final class Save {
  private final WorldSpec spec;
  private final List<Act> acts;
  private final long untilNanos;

  Save(WorldSpec spec, List<Act> acts, long untilNanos) {
    this.spec = spec;
    this.acts = acts;
    this.untilNanos = untilNanos;
  }

  /**
   * Plays it again, in a world of its own and on the caller's thread, and writes it into a folder
   * that {@code pannier replay} reads.
   *
   * @param gallery that the cart recognised with
   * @throws IOException if a file cannot be written
   */
  public void write(Path folder, Gallery gallery, TripRecorder.Progress progress)
      throws IOException {
    Deque<Act> ahead = new ArrayDeque<>(acts);
    try (SimulatedWorld world = new SimulatedWorld(spec)) {
      new TripRecorder(
              world,
              nanos -> {
                while (!ahead.isEmpty() && ahead.getFirst().nanos() <= nanos) {
                  ahead.removeFirst().deed().accept(world);
                }
              },
              folder)
          .record(untilNanos, gallery, progress);
    }
  }
}
