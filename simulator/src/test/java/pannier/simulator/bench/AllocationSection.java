package pannier.simulator.bench;

import java.util.ArrayList;
import java.util.List;

/** What a frame leaves on the Java heap. */
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
    try (Contest contest = FrameContest.open(pace.folder())) {
      return List.of(
          row(contest, "idle", pace.rounds(), AIM_BYTES),
          row(contest, "active", pace.rounds(), Double.NaN));
    }
  }

  private static Row row(Contest contest, String name, int rounds, double aim) throws Exception {
    Contender one =
        contest.contenders().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    List<Double> bytes = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      one.prepare().call();
      bytes.add((double) Processor.allocatedBytes(one.run()) / one.units());
    }
    return Row.of(
        name + "_frame_bytes",
        Spread.of(bytes.size(), bytes::get),
        "nothing: bytes that a frame leaves on the Java heap",
        Double.isNaN(aim) ? null : aim);
  }
}
