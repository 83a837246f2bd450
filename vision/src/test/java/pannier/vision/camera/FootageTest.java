package pannier.vision.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Sighting;
import pannier.hal.Frame;
import pannier.hal.camera.RecordedCamera;
import pannier.hal.camera.VideoCamera;
import pannier.vision.Ranking;
import pannier.vision.opencv.OpenCv;
import pannier.vision.rim.BasketSide;
import pannier.vision.rim.Rim;

class FootageTest {
  private static final long TOLERANCE_MS = 500;
  private static final Path BOTTLES = sharedFolder().resolve("data/trips/bottles");

  @Test
  void realFootageGivesExactlyTheSevenCrossings() throws Exception {
    assumeTrue(Files.isDirectory(BOTTLES), "no shared data at " + BOTTLES.toAbsolutePath());
    List<String> truth = Files.readAllLines(BOTTLES.resolve("truth.csv")).stream().skip(1).toList();
    List<Sighting> sightings = watch(BOTTLES.resolve("rim.mp4"));
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < sightings.size(); i++) {
      seen.add(row(sightings.get(i), i < truth.size() ? millis(truth.get(i)) : 0));
    }
    assertEquals(truth, seen);
  }

  private static List<Sighting> watch(Path video) throws Exception {
    OpenCv.load();
    Ranking anything =
        new Ranking(List.of(new Candidate(new ProductId("any"), 0.9)), 0.1, List.of(), 1);
    List<Sighting> sightings = new ArrayList<>();
    try (RecordedCamera camera = VideoCamera.openFile(video, () -> Long.MAX_VALUE, 0);
        CameraVision vision =
            new CameraVision(
                0,
                new Rim(0, 0.03, 1, 0.03, BasketSide.BELOW),
                crops -> anything,
                VisionConfig.standard())) {
      for (Optional<Frame> frame = camera.poll(); frame.isPresent(); frame = camera.poll()) {
        sightings.addAll(vision.observe(frame.get()).sightings());
      }
      sightings.addAll(vision.finish().sightings());
    }
    return sightings;
  }

  /** As the truth writes it, with the true time where the sighting is near enough to it. */
  private static String row(Sighting sighting, long trueMillis) {
    long millis = sighting.timestampNanos() / 1_000_000;
    return "%d,%s,%d"
        .formatted(
            Math.abs(millis - trueMillis) <= TOLERANCE_MS ? trueMillis : millis,
            sighting.direction().name().toLowerCase(Locale.ROOT),
            sighting.pieces());
  }

  private static long millis(String row) {
    return Long.parseLong(row.substring(0, row.indexOf(',')));
  }

  private static Path sharedFolder() {
    String told = System.getProperty("pannier.shared");
    return told != null ? Path.of(told) : Path.of("../../shared");
  }
}
