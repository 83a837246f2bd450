package pannier.hal.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.hal.Frame;
import pannier.hal.WholePicture;
import pannier.hal.WholePicture.Place;

/** Large JPEGs are decoded to a part of their size, and can be had whole. */
class JpegPictureTest {
  private static final int WIDTH_PX = 3840;
  private static final int HEIGHT_PX = 2160;
  private static final int FPS = 10;
  private static final int FRAMES = 3;

  /** Bars of two pixels, which a quarter of the picture cannot show. */
  private static final int BAR_PX = 2;

  @TempDir static Path folder;

  private final AtomicLong cartNanos = new AtomicLong();

  @BeforeAll
  static void record() throws Exception {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    write(large(), WIDTH_PX, HEIGHT_PX);
    write(small(), 1280, 720);
  }

  private static Path large() {
    return folder.resolve("large.avi");
  }

  private static Path small() {
    return folder.resolve("small.avi");
  }

  private static void write(Path file, int width, int height) throws Exception {
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toString(), width, height);
        org.bytedeco.javacv.Frame picture =
            new org.bytedeco.javacv.Frame(
                width, height, org.bytedeco.javacv.Frame.DEPTH_UBYTE, 3)) {
      recorder.setFrameRate(FPS);
      recorder.setVideoCodec(avcodec.AV_CODEC_ID_MJPEG);
      recorder.setPixelFormat(avutil.AV_PIX_FMT_YUVJ422P);
      recorder.setVideoQuality(2);
      recorder.start();
      for (int n = 0; n < FRAMES; n++) {
        draw((ByteBuffer) picture.image[0], picture.imageStride, height, n);
        recorder.record(picture, avutil.AV_PIX_FMT_BGR24);
      }
    }
  }

  private static void draw(ByteBuffer bytes, int stride, int height, int frame) {
    for (int y = 0; y < height; y++) {
      for (int i = 0; i < stride; i++) {
        bytes.put(y * stride + i, (byte) level(i / 3, frame));
      }
    }
  }

  private static int level(int x, int frame) {
    return x / BAR_PX % 2 == 0 ? 40 : 140 + 30 * frame;
  }

  @Test
  void framesOfA4kStreamAreAQuarterAndShowTheMean() throws Exception {
    try (RecordedCamera camera = VideoCamera.openFile(large(), cartNanos::get, 0)) {
      Frame frame = camera.poll().orElseThrow();
      assertEquals(960, frame.widthPx());
      assertEquals(540, frame.heightPx());
      int sum = 0;
      for (int x = 0; x < frame.widthPx(); x++) {
        sum += level(frame, x, 270);
      }
      assertEquals(90, (double) sum / frame.widthPx(), 3);
    }
  }

  @Test
  void aPartOfTheWholeShowsWhatTheFrameCannot() throws Exception {
    try (RecordedCamera camera = VideoCamera.openFile(large(), cartNanos::get, 0)) {
      WholePicture whole = camera.poll().orElseThrow().whole().orElseThrow();
      assertEquals(4, ((JpegPicture) whole).times());
      Frame part = whole.part(new Place(101, 50, 30, 20)).orElseThrow();
      assertEquals(120, part.widthPx());
      assertEquals(80, part.heightPx());
      for (int x = 10; x < 110; x++) {
        assertEquals(level(4 * 101 + x, 0), level(part, x, 40), 12, "at " + x);
      }
    }
  }

  @Test
  void aPartBeyondTheEdgeIsCutOff() throws Exception {
    try (RecordedCamera camera = VideoCamera.openFile(large(), cartNanos::get, 0)) {
      WholePicture whole = camera.poll().orElseThrow().whole().orElseThrow();
      Frame part = whole.part(new Place(950, 530, 20, 20)).orElseThrow();
      assertEquals(40, part.widthPx());
      assertEquals(40, part.heightPx());
    }
  }

  @Test
  void whatIsKeptOutlivesTheFrame() throws Exception {
    try (RecordedCamera camera = VideoCamera.openFile(large(), cartNanos::get, 0)) {
      WholePicture first = camera.poll().orElseThrow().whole().orElseThrow().kept();
      Place place = new Place(0, 0, 20, 20);
      byte[] before = bytes(first.part(place).orElseThrow());
      cartNanos.set(1_000_000_000);
      while (camera.poll().isPresent()) {
        // on to the last frame
      }
      assertArrayEquals(before, bytes(first.part(place).orElseThrow()));
    }
  }

  @Test
  void aDamagedPictureHasNoParts() {
    byte[] noJpeg = new byte[100];
    WholePicture damaged =
        new JpegPicture(java.lang.foreign.MemorySegment.ofArray(noJpeg), 4, 0).kept();
    assertTrue(damaged.part(new Place(0, 0, 8, 8)).isEmpty());
  }

  @Test
  void aStreamOf720LinesIsShownWhole() throws Exception {
    try (RecordedCamera camera = VideoCamera.openFile(small(), cartNanos::get, 0)) {
      Frame frame = camera.poll().orElseThrow();
      assertEquals(1280, frame.widthPx());
      assertTrue(frame.whole().isEmpty());
    }
  }

  private static int level(Frame frame, int x, int y) {
    return frame.pixels().get(ValueLayout.JAVA_BYTE, (long) y * frame.strideBytes() + 3L * x) & 255;
  }

  private static byte[] bytes(Frame frame) {
    return frame.pixels().toArray(ValueLayout.JAVA_BYTE);
  }
}
