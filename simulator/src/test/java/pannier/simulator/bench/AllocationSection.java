package pannier.simulator.bench;

import java.util.ArrayList;
import java.util.List;
import pannier.vision.recognise.ProductRecogniser;

/**
 * What a frame leaves on the Java heap, recognition and all, once a first visit has been watched:
 * later ones use its memory again.
 */
final class AllocationSection implements Section {
  private static final double AIM_BYTES = 1024;

  @Override
  public List<String> names() {
    return List.of("idle_frame_bytes", "active_frame_bytes");
  }

  @Override
  public List<Row> measure(Pace pace) throws Exception {
    pannier.vision.opencv.OpenCv.load();
    Clip.write(pace.folder());
    List<Double> idle = new ArrayList<>();
    List<Double> active = new ArrayList<>();
    try (ProductRecogniser recogniser = FrameContest.recogniser()) {
      for (int round = 0; round <= pace.rounds(); round++) {
        Bytes bytes = new Bytes();
        try (Watched seeing = Watched.seeing(pace.folder(), recogniser)) {
          while (!seeing.over()) {
            bytes.add(seeing);
          }
        }
        if (round > 0) {
          idle.add(bytes.idle());
          active.add(bytes.active());
        }
      }
    }
    return List.of(row("idle", idle, AIM_BYTES), row("active", active, Double.NaN));
  }

  private static Row row(String name, List<Double> bytes, double aim) {
    return Row.of(
        name + "_frame_bytes",
        Spread.of(bytes.size(), bytes::get),
        "nothing: bytes that a frame leaves on the Java heap",
        Double.isNaN(aim) ? null : aim);
  }

  /** Counts them, frame by frame. */
  private static final class Bytes {
    private final long[] bytes = new long[2];
    private final int[] frames = new int[2];
    private int visits;
    private boolean visited;

    void add(Watched seeing) {
      long before = Processor.allocatedBytes();
      boolean active = seeing.report().active();
      long own = Processor.allocatedBytes() - before;
      int kind = active || visited ? 1 : 0;
      if (visits > 0) {
        bytes[kind] += own;
        frames[kind]++;
      }
      visits += visited && !active ? 1 : 0;
      visited = active;
    }

    double idle() {
      return (double) bytes[0] / frames[0];
    }

    double active() {
      return (double) bytes[1] / frames[1];
    }
  }
}
