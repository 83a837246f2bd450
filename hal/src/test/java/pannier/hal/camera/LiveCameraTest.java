package pannier.hal.camera;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pannier.hal.Camera;
import pannier.hal.Connection;
import pannier.hal.Frame;

class LiveCameraTest {
  private static final String DEVICE = "/dev/no-such-video-device";
  private static final long MILLI = 1_000_000;

  private final AtomicLong cartNanos = new AtomicLong(1_000 * MILLI);
  private final AtomicLong monotonicNanos = new AtomicLong(77_000 * MILLI);
  private final Scripted script = new Scripted();
  private final LiveCamera camera =
      new LiveCamera("test", script::open, new CaptureClock(cartNanos::get, monotonicNanos::get));

  @BeforeAll
  static void load() throws Exception {
    FfmpegLibraries.loadForFiles();
  }

  @AfterEach
  void close() {
    camera.close();
    script.free();
  }

  @Test
  void keepsOnlyTheNewestFrame() {
    script.will("open", "picture", "picture", "picture");
    steps(4);
    assertEquals(3, value(camera.poll().orElseThrow()));
    assertTrue(camera.poll().isEmpty());
  }

  @Test
  void frameInTheCallersHandsIsNotOverwritten() {
    script.will("open", "picture", "picture", "picture", "picture", "picture");
    steps(2);
    Frame held = camera.poll().orElseThrow();
    steps(4);
    assertEquals(1, value(held));
    assertEquals(5, value(camera.poll().orElseThrow()));
  }

  @Test
  void stampIsTheKernelsOnTheCartsClock() {
    script.stampNanos = monotonicNanos.get() - 30 * MILLI;
    script.will("open", "picture");
    steps(2);
    assertEquals(cartNanos.get() - 30 * MILLI, camera.poll().orElseThrow().timestampNanos());
  }

  @Test
  void stampOfAnotherClockGivesWayToTheTimeOfArrival() {
    for (long stamp :
        new long[] {
          Pictures.NO_STAMP, 0, monotonicNanos.get() + MILLI, 1_700_000_000_000L * MILLI
        }) {
      cartNanos.addAndGet(33 * MILLI);
      script.stampNanos = stamp;
      script.will("open", "picture");
      steps(2);
      assertEquals(cartNanos.get(), camera.poll().orElseThrow().timestampNanos());
      script.will("end");
      steps(1);
    }
  }

  @Test
  void cameraThatIsNotThereIsTriedAgainEachSecond() {
    script.will("refuse", "refuse", "open");
    assertEquals(Duration.ofSeconds(1), camera.step());
    assertEquals(new Connection.Absent("nothing there"), camera.connection());
    assertEquals(Duration.ofSeconds(1), camera.step());
    camera.step();
    assertInstanceOf(Connection.Connected.class, camera.connection());
  }

  @Test
  void pulledCameraIsAbsentAndComesBack() {
    script.will("open", "picture", "fail", "open", "picture");
    steps(3);
    assertEquals(new Connection.Absent("pulled"), camera.connection());
    assertEquals(1, script.closed);
    steps(2);
    assertInstanceOf(Connection.Connected.class, camera.connection());
    assertEquals(2, value(camera.poll().orElseThrow()));
  }

  @Test
  void silentCameraIsAbsentAfterASecondAndOpenedAnewAfterFive() {
    script.will("open", "picture", "nothing", "nothing", "nothing");
    steps(3);
    assertInstanceOf(Connection.Connected.class, camera.connection());
    cartNanos.addAndGet(1_001 * MILLI);
    steps(1);
    assertEquals(new Connection.Absent("no picture for 1 s"), camera.connection());
    assertEquals(0, script.closed);
    cartNanos.addAndGet(4_000 * MILLI);
    steps(1);
    assertEquals(1, script.closed);
  }

  @Test
  void silentCameraThatGoesOnIsThereAgain() {
    script.will("open", "nothing", "picture");
    steps(1);
    cartNanos.addAndGet(2_000 * MILLI);
    steps(1);
    assertInstanceOf(Connection.Absent.class, camera.connection());
    steps(1);
    assertInstanceOf(Connection.Connected.class, camera.connection());
  }

  @Test
  void damagedPictureIsSkipped() {
    script.will("open", "picture", "damaged", "picture");
    steps(4);
    assertEquals(2, value(camera.poll().orElseThrow()));
    assertInstanceOf(Connection.Connected.class, camera.connection());
  }

  @Test
  void closingEndsTheThreadAndTheSource() throws Exception {
    CountDownLatch reads = new CountDownLatch(3);
    CountDownLatch closes = new CountDownLatch(1);
    LiveCamera running =
        LiveCamera.start("test", () -> new Endless(reads, closes), System::nanoTime);
    assertTrue(reads.await(30, TimeUnit.SECONDS));
    running.close();
    running.close();
    assertEquals(0, closes.getCount());
    assertEquals(new Connection.Absent("closed"), running.connection());
    assertTrue(running.poll().isEmpty());
  }

  @Test
  void missingDeviceIsAbsentWithItsNameOrWhatToInstall() {
    try (Camera missing = VideoCamera.openDevice(DEVICE, 640, 480, 30, System::nanoTime)) {
      String reason =
          assertTimeoutPreemptively(Duration.ofSeconds(60), () -> reasonOnceTried(missing));
      assertTrue(
          reason.equals(DEVICE + ": No such file or directory")
              || reason.contains("apt-get install"),
          reason);
    }
  }

  @Test
  void sizesBelowOneAreRefused() {
    for (int[] bad : new int[][] {{0, 480, 30}, {640, 0, 30}, {640, 480, 0}}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> VideoCamera.openDevice(DEVICE, bad[0], bad[1], bad[2], cartNanos::get).close());
    }
  }

  @Test
  void largePicturesAreAskedForCompressedFirst() {
    assertEquals(1, VideoInput.v4l2(DEVICE, 640, 480, 30).size());
    VideoInput first = VideoInput.v4l2(DEVICE, 1280, 720, 30).getFirst();
    assertEquals("mjpeg", first.options().get("input_format"));
    VideoInput last = VideoInput.v4l2(DEVICE, 1280, 720, 30).getLast();
    assertEquals("1280x720", last.options().get("video_size"));
    assertEquals("30", last.options().get("framerate"));
    assertEquals(2, last.options().size());
  }

  @Test
  void aCameraThatDoesNotCompressIsAskedForNoMoreThan720Lines() {
    List<VideoInput> ways = VideoInput.v4l2(DEVICE, 3840, 2160, 15);
    assertEquals("3840x2160", ways.getFirst().options().get("video_size"));
    assertEquals("1280x720", ways.getLast().options().get("video_size"));
  }

  private static String reasonOnceTried(Camera camera) {
    while (true) {
      if (camera.connection() instanceof Connection.Absent(String reason)
          && !reason.equals("not opened yet")) {
        return reason;
      }
      Thread.onSpinWait();
    }
  }

  private void steps(int count) {
    for (int n = 0; n < count; n++) {
      camera.step();
    }
  }

  private static int value(Frame frame) {
    return frame.pixels().get(ValueLayout.JAVA_BYTE, 0);
  }

  /** A source that does what it was told, step by step; its n-th picture has the value n. */
  private static final class Scripted implements Pictures {
    private final Deque<String> script = new ArrayDeque<>();
    private final AVFrame picture = av_frame_alloc();
    private int pictures;
    private int closed;
    private long stampNanos = NO_STAMP;

    Scripted() {
      picture.format(AV_PIX_FMT_BGR24).width(64).height(2);
    }

    void will(String... steps) {
      script.addAll(Arrays.asList(steps));
    }

    Pictures open() throws IOException {
      if (script.remove().equals("refuse")) {
        throw new IOException("nothing there");
      }
      return this;
    }

    @Override
    public Progress next() throws FfmpegException {
      return switch (script.remove()) {
        case "picture" -> paint();
        case "nothing" -> Progress.NOTHING_YET;
        case "end" -> Progress.END;
        case "damaged" -> throw new DamagedPictureException("half of it");
        case "fail" -> throw new FfmpegException("pulled");
        case String unknown -> throw new AssertionError(unknown);
      };
    }

    private Progress paint() throws FfmpegException {
      if (picture.data(0) == null) {
        FfmpegException.check(av_frame_get_buffer(picture, 0));
      }
      pictures++;
      picture.data(0).put(0, (byte) pictures);
      return Progress.GOT_ONE;
    }

    @Override
    public AVFrame picture() {
      return picture;
    }

    @Override
    public long stampNanos() {
      return stampNanos;
    }

    @Override
    public void close() {
      closed++;
    }

    void free() {
      av_frame_free(picture);
    }
  }

  /** A source that is there and never has a picture. */
  private record Endless(CountDownLatch reads, CountDownLatch closes) implements Pictures {
    @Override
    public Progress next() {
      reads.countDown();
      return Progress.NOTHING_YET;
    }

    @Override
    public AVFrame picture() {
      throw new AssertionError();
    }

    @Override
    public long stampNanos() {
      return NO_STAMP;
    }

    @Override
    public void close() {
      closes.countDown();
    }
  }
}
