package pannier.hal.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pannier.hal.BadRecordingException;
import pannier.hal.Connection;
import pannier.hal.Frame;

class RecordedCameraTest {
  private static final int FRAMES = 50;
  private static final int CODEC_TOLERANCE = 6;

  @TempDir Path folder;
  private final AtomicLong cartNanos = new AtomicLong();

  @Test
  void givesEachFrameOnceWhenItsTimeHasCome() throws Exception {
    try (RecordedCamera camera = open(clip("a.mp4"))) {
      assertEquals(0, camera.poll().orElseThrow().timestampNanos());
      assertTrue(camera.poll().isEmpty(), "the second frame is not due yet");
      cartNanos.set(2 * TestVideo.FRAME_NANOS);
      assertEquals(TestVideo.FRAME_NANOS, camera.poll().orElseThrow().timestampNanos());
      assertEquals(2 * TestVideo.FRAME_NANOS, camera.poll().orElseThrow().timestampNanos());
      assertTrue(camera.poll().isEmpty());
    }
  }

  @Test
  void offsetPutsTheVideoOnTheCartsClock() throws Exception {
    try (RecordedCamera camera =
        VideoCamera.openFile(clip("a.mp4"), cartNanos::get, 5_000_000_000L)) {
      assertTrue(camera.poll().isEmpty());
      cartNanos.set(5_000_000_000L);
      assertEquals(5_000_000_000L, camera.poll().orElseThrow().timestampNanos());
      assertEquals(5_000_000_000L + (FRAMES - 1) * TestVideo.FRAME_NANOS, camera.endNanos());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.mp4", "a.mkv", "a.avi", "a.ts", "a.mov"})
  void playsToTheEndAndSaysSo(String name) throws Exception {
    cartNanos.set(Long.MAX_VALUE);
    try (RecordedCamera camera = open(clip(name))) {
      assertInstance(Connection.Connected.class, camera);
      List<Long> stamps = new ArrayList<>();
      camera.poll().ifPresent(frame -> stamps.add(frame.timestampNanos()));
      while (!camera.finished()) {
        stamps.add(camera.poll().orElseThrow().timestampNanos());
      }
      assertEquals(FRAMES, stamps.size());
      assertEquals(stamps.stream().sorted().toList(), stamps);
      assertEquals(camera.endNanos(), stamps.getLast());
      assertInstance(Connection.Absent.class, camera);
      camera.requireIntact();
    }
  }

  @Test
  void pixelsAreBlueGreenRedFromTheTop() throws Exception {
    cartNanos.set(Long.MAX_VALUE);
    try (RecordedCamera camera = open(clip("a.mp4"))) {
      for (int n = 0; n < 3; n++) {
        Frame frame = camera.poll().orElseThrow();
        assertEquals(TestVideo.WIDTH_PX, frame.widthPx());
        assertEquals(TestVideo.HEIGHT_PX, frame.heightPx());
        for (int c = 0; c < 3; c++) {
          assertEquals(TestVideo.BLOCK[c], value(frame, 6, 6, c), CODEC_TOLERANCE);
          assertEquals(TestVideo.grey(n), value(frame, 60, 40, c), CODEC_TOLERANCE);
        }
      }
    }
  }

  @Test
  void decodesToTheSameBytesTwice() throws Exception {
    Path clip = clip("a.mp4");
    assertArrayEquals(hashes(clip), hashes(clip));
    assertTrue(Arrays.stream(hashes(clip)).distinct().count() > 10, "frames differ");
  }

  @Test
  void usesTheSameMemoryForEachFrame() throws Exception {
    cartNanos.set(Long.MAX_VALUE);
    try (RecordedCamera camera = open(clip("a.mp4"))) {
      long first = camera.poll().orElseThrow().pixels().address();
      assertEquals(first, camera.poll().orElseThrow().pixels().address());
    }
  }

  @Test
  void takesNoHeapForPixels() throws Exception {
    cartNanos.set(Long.MAX_VALUE);
    try (RecordedCamera camera = open(clip("a.mp4"))) {
      for (int warm = 0; warm < 10; warm++) {
        camera.poll();
      }
      long before = heapBytesTaken();
      for (int frame = 0; frame < 30; frame++) {
        camera.poll();
      }
      long eachFrame = (heapBytesTaken() - before) / 30;
      // The record and its Optional take some 64; the pixels would take 16,200.
      assertTrue(eachFrame < 1000, eachFrame + " bytes a frame");
    }
  }

  private static long heapBytesTaken() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.mp4", "a.mkv", "a.avi", "a.mov"})
  void fileCutInTheMiddleIsRefusedBeforeItPlays(String name) throws Exception {
    Path whole = clip(name);
    byte[] bytes = Files.readAllBytes(whole);
    for (int percent : new int[] {1, 10, 50, 80}) {
      Path cut = folder.resolve("cut-" + percent + "-" + name);
      Files.write(cut, Arrays.copyOf(bytes, bytes.length * percent / 100));
      BadRecordingException refused =
          assertThrows(BadRecordingException.class, () -> open(cut), () -> name + " " + percent);
      assertEquals(1, refused.getMessage().lines().count());
      assertTrue(refused.getMessage().startsWith(cut.toString()), refused.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.mkv", "a.avi", "a.mov"})
  void soundThatGoesOnLongerIsNoDamageAndHidesNone(String name) throws Exception {
    Path whole = TestVideo.write(folder.resolve(name), FRAMES, 4);
    playAll(whole);
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut-" + name), Arrays.copyOf(bytes, bytes.length / 2));
    assertThrows(BadRecordingException.class, () -> playAll(cut));
  }

  @Test
  void cutFileIsToldWithFrameAndTime() throws Exception {
    byte[] bytes = Files.readAllBytes(clip("a.mkv"));
    Path cut = Files.write(folder.resolve("cut.mkv"), Arrays.copyOf(bytes, bytes.length / 2));
    BadRecordingException told = assertThrows(BadRecordingException.class, () -> open(cut));
    assertTrue(
        told.getMessage()
            .matches(
                ".*cut.mkv: after frame \\d\\d, at \\d.\\d\\d\\d s of the 2.000 s announced: .*"),
        told.getMessage());
  }

  @Test
  void whatIsNoVideoIsRefusedInOneLine() throws Exception {
    for (String name : new String[] {"words.mp4", "words.txt"}) {
      Path words = folder.resolve(name);
      Files.writeString(words, "t_ms,front_left_g\n".repeat(500));
      BadRecordingException refused = assertThrows(BadRecordingException.class, () -> open(words));
      assertTrue(refused.getMessage().contains("cannot be opened as a video"));
    }
    Path empty = Files.createFile(folder.resolve("empty.mp4"));
    assertThrows(BadRecordingException.class, () -> open(empty));
    BadRecordingException missing =
        assertThrows(BadRecordingException.class, () -> open(folder.resolve("none.mp4")));
    assertTrue(missing.getMessage().contains("no such file"));
  }

  @Test
  void damageInsideAFrameEndsThePlayAndIsTold() throws Exception {
    Path clip = clip("a.avi");
    byte[] bytes = Files.readAllBytes(clip);
    Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + bytes.length / 5, (byte) 0x5a);
    Path damaged = Files.write(folder.resolve("damaged.avi"), bytes);
    cartNanos.set(Long.MAX_VALUE);
    BadRecordingException told = assertThrows(BadRecordingException.class, () -> playAll(damaged));
    assertTrue(told.getMessage().contains("after frame "), told.getMessage());
  }

  @Test
  void closedCameraAnswersWithData() throws Exception {
    cartNanos.set(Long.MAX_VALUE);
    RecordedCamera camera = open(clip("a.mp4"));
    camera.close();
    camera.close();
    assertTrue(camera.poll().isEmpty());
    assertTrue(camera.finished());
    assertInstance(Connection.Absent.class, camera);
  }

  private void playAll(Path file) throws IOException {
    cartNanos.set(Long.MAX_VALUE);
    try (RecordedCamera camera = open(file)) {
      while (!camera.finished()) {
        camera.poll();
      }
      camera.requireIntact();
    }
  }

  private long[] hashes(Path file) throws IOException {
    cartNanos.set(Long.MAX_VALUE);
    long[] hashes = new long[FRAMES];
    try (RecordedCamera camera = open(file)) {
      for (int n = 0; n < FRAMES; n++) {
        hashes[n] =
            Arrays.hashCode(camera.poll().orElseThrow().pixels().toArray(ValueLayout.JAVA_BYTE));
      }
    }
    return hashes;
  }

  private RecordedCamera open(Path file) throws IOException {
    return VideoCamera.openFile(file, cartNanos::get, 0);
  }

  private Path clip(String name) throws Exception {
    return TestVideo.write(folder.resolve(name), FRAMES);
  }

  private static int value(Frame frame, int x, int y, int channel) {
    return Byte.toUnsignedInt(
        frame
            .pixels()
            .get(ValueLayout.JAVA_BYTE, (long) y * frame.strideBytes() + 3L * x + channel));
  }

  private static void assertInstance(Class<? extends Connection> kind, RecordedCamera camera) {
    assertFalse(!kind.isInstance(camera.connection()), () -> String.valueOf(camera.connection()));
  }
}
