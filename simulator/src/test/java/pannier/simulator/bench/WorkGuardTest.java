package pannier.simulator.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pannier.hal.Frame;
import pannier.vision.Ranking;
import pannier.vision.camera.CameraVision;
import pannier.vision.camera.VisionConfig;
import pannier.vision.opencv.OpenCv;

/**
 * Guards against creeping costs without a clock: what fixed work leaves on the heap, beside what it
 * left when it was last looked at (bytes, JDK 25, warm). It may be a quarter more; where it is
 * wanted to be more than that, the figure is changed with the reason.
 */
final class WorkGuardTest {
  private static final double TOLERANCE = 1.25;
  private static final int WARM_UP = 400;
  private static final int RUNS = 20;

  @ParameterizedTest
  @CsvSource({"in:20, 720000", "out:20, 550000", "unseen:20, 54000"})
  void aDecisionLeavesNoMoreOnTheHeap(String kind, long storedBytes, @TempDir Path folder)
      throws Exception {
    try (Contest contest = Contest.open("DECISION:1000", folder)) {
      require(kind, contender(contest, kind).run(), storedBytes);
    }
  }

  @Test
  void aSearchLeavesNoMoreOnTheHeap(@TempDir Path folder) throws Exception {
    try (Contest contest = Contest.open("GALLERY:1000", folder)) {
      require("gallery", contender(contest, "gallery").run(), 19_000);
    }
  }

  @Test
  void aFrameOfAStillBasketLeavesNextToNothing() throws Exception {
    OpenCv.load();
    try (Arena arena = Arena.ofConfined();
        CameraVision vision =
            new CameraVision(0, Clip.rim(), crops -> Ranking.nothing(), VisionConfig.standard())) {
      List<MemorySegment> noise = noise(arena);
      long[] number = {0};
      require(
          "frame",
          () -> {
            long n = number[0]++;
            return vision.observe(
                new Frame(n * 33_333_333L, 640, 480, 1920, noise.get((int) (n % noise.size()))));
          },
          800);
    }
  }

  /** Pictures of a flat scene that differ by their noise, as a real camera's do. */
  private static List<MemorySegment> noise(Arena arena) {
    Random random = new Random(7);
    List<MemorySegment> pictures = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      MemorySegment picture = arena.allocate(1920 * 480);
      for (int at = 0; at < 1920 * 480; at++) {
        picture.set(ValueLayout.JAVA_BYTE, at, (byte) (90 + at / 9000 + random.nextInt(9)));
      }
      pictures.add(picture);
    }
    return pictures;
  }

  private static Contender contender(Contest contest, String name) {
    return contest.contenders().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void require(String what, Callable<?> run, long storedBytes) throws Exception {
    for (int i = 0; i < WARM_UP; i++) {
      run.call();
    }
    long least = Long.MAX_VALUE;
    for (int i = 0; i < RUNS; i++) {
      least = Math.min(least, Processor.allocatedBytes(run));
    }
    long found = least;
    assertTrue(
        found <= TOLERANCE * storedBytes,
        () -> "%s leaves %d bytes, stored are %d".formatted(what, found, storedBytes));
    assertTrue(
        found >= storedBytes / 5,
        () -> "%s leaves only %d bytes: store that".formatted(what, found));
  }
}
