package pannier.simulator.bench;

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
    return List.of(
        row(
            times,
            "invoke_vs_plain_tflite",
            "without XNNPACK",
            "the same model without XNNPACK, one thread"),
        row(
            times,
            "invoke_vs_opencv_dnn",
            "OpenCV DNN",
            "the same network in OpenCV's DNN module, one thread; in float, as it does not take"
                + " the 8-bit one"));
  }

  private static Row row(Times times, String name, String peer, String words) {
    return Row.of(name, times.ratio("XNNPACK", peer), words, null)
        .with("ms", times.micros("XNNPACK").median() / 1e3)
        .with("peer_ms", times.micros(peer).median() / 1e3);
  }
}
