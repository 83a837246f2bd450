package pannier.simulator.bench;

import java.util.ArrayList;
import java.util.List;

/** The network beside other ways of running it. */
final class ModelSection implements Section {
  @Override
  public List<String> names() {
    return List.of("invoke_vs_plain_tflite", "invoke_vs_opencv_dnn");
  }

  @Override
  public List<Row> measure(Pace pace) throws Exception {
    Times times = pace.run(ContestName.MODEL, "");
    List<Row> rows = new ArrayList<>();
    rows.add(row(times, "invoke_vs_plain_tflite", "without XNNPACK"));
    if (times.has("OpenCV DNN")) {
      rows.add(row(times, "invoke_vs_opencv_dnn", "OpenCV DNN"));
    }
    return rows;
  }

  private static Row row(Times times, String name, String peer) {
    return Row.of(
            name, times.ratio("XNNPACK", peer), "the same model, " + peer + ", one thread", null)
        .with("ms", times.micros("XNNPACK").median() / 1e3)
        .with("peer_ms", times.micros(peer).median() / 1e3);
  }
}
