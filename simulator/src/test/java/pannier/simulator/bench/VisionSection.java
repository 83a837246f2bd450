package pannier.simulator.bench;

import java.util.List;
import pannier.vision.opencv.OpenCv;

/** What watching costs. */
final class VisionSection implements Section {
  private static final double IDLE_SHARE = 0.15;
  private static final double CAMERAS = 2;

  @Override
  public List<String> names() {
    return List.of("active_frame", "idle_frame", "two_cameras_active", "two_cameras_idle");
  }

  @Override
  public List<Row> measure(Pace pace) throws Exception {
    OpenCv.load();
    Clip.write(pace.folder());
    Times times = pace.run(ContestName.FRAMES, "");
    return List.of(
        active(times), idle(times), twoCameras(times, "active"), twoCameras(times, "idle"));
  }

  private static Row active(Times times) {
    return Row.of(
            "active_frame",
            times.ratio("active", "active peer"),
            "decode + MOG2 at 320x240 + invoke, same frames and crops",
            1.25)
        .with("ms", times.micros("active").median() / 1e3)
        .with("peer_ms", times.micros("active peer").median() / 1e3)
        .with("decode_ms", times.micros("active decode").median() / 1e3)
        .with("invoke_ms", times.micros("invoke").median() / 1e3);
  }

  private static Row idle(Times times) {
    Spread ratio =
        Spread.of(
            times.rounds(),
            round ->
                times.micros("idle", round)
                    / (times.micros("idle decode", round)
                        + IDLE_SHARE * times.micros("invoke", round)));
    return Row.of("idle_frame", ratio, "decode + 0.15 invoke, same frames", 1.0)
        .with("ms", times.micros("idle").median() / 1e3)
        .with("decode_ms", times.micros("idle decode").median() / 1e3)
        .with("decode_and_mog2_ms", times.micros("idle MOG2").median() / 1e3)
        .with("invoke_ms", times.micros("invoke").median() / 1e3);
  }

  private static Row twoCameras(Times times, String which) {
    double perMicro = CAMERAS * Clip.FRAMES_PER_SECOND / 1e6;
    Spread share = Spread.of(times.rounds(), round -> perMicro * times.micros(which, round));
    return Row.of("two_cameras_" + which, share, "one core of this machine, 2 x 30 frames/s", null);
  }
}
