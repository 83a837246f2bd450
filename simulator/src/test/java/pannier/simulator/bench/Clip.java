package pannier.simulator.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import pannier.domain.catalogue.ProductId;
import pannier.simulator.geometry.Vector;
import pannier.simulator.render.Light;
import pannier.simulator.render.View;
import pannier.simulator.scale.Converter;
import pannier.simulator.shop.DemoShop;
import pannier.simulator.world.CameraSpec;
import pannier.simulator.world.CameraSpec.Shutter;
import pannier.simulator.world.SimulatedWorld;
import pannier.simulator.world.WorldSpec;
import pannier.vision.rim.BasketSide;
import pannier.vision.rim.Rim;

/**
 * A film of a basket: quiet for four seconds, then four things put in and one taken out. Drawn by
 * the simulator at 640 x 480 and 30 frames a second and compressed as USB cameras do (MJPEG).
 */
final class Clip {
  static final int FRAMES_PER_SECOND = 30;
  static final int QUIET_FRAMES = 120;
  private static final int FRAMES = 450;
  private static final long SECOND = 1_000_000_000L;

  /** Of 2 to 31; a camera's pictures of this size come to some 45 kB each with it. */
  private static final double QUALITY = 4;

  private static final CameraSpec CAMERA =
      new CameraSpec(
          new View(new Vector(0, -0.42, 0.32), new Vector(0, 0.12, -0.1), 480, 640, 480),
          Light.CEILING,
          new Shutter(FRAMES_PER_SECOND, 1, 1.0 / 60),
          1.6,
          0);

  private Clip() {}

  /** Where it lies in the bench's folder. */
  static Path file(Path folder) {
    return folder.resolve("clip.avi");
  }

  static Rim rim() {
    double[] height = CAMERA.rimHeightFractions();
    return new Rim(0, height[0], 1, height[1], BasketSide.BELOW);
  }

  /** The rim as a cart's settings write it. */
  static double[] rimHeights() {
    return CAMERA.rimHeightFractions();
  }

  /** Draws it. OpenCV must have been loaded. */
  static void write(Path folder) throws IOException {
    WorldSpec spec =
        new WorldSpec(
            DemoShop.articles(), java.util.List.of(CAMERA), Converter.HX711_10_KG, 20260101);
    try (SimulatedWorld world = new SimulatedWorld(spec);
        FFmpegFrameRecorder recorder =
            new FFmpegFrameRecorder(
                file(folder).toString(), CAMERA.view().widthPx(), CAMERA.view().heightPx())) {
      avutil.av_log_set_level(avutil.AV_LOG_ERROR);
      recorder.setFormat("avi");
      recorder.setVideoCodec(avcodec.AV_CODEC_ID_MJPEG);
      recorder.setPixelFormat(avutil.AV_PIX_FMT_YUVJ422P);
      recorder.setVideoQuality(QUALITY);
      recorder.setFrameRate(FRAMES_PER_SECOND);
      recorder.start();
      shop(world);
      for (int frame = 0; frame < FRAMES; frame++) {
        world.advanceTo(frame * SECOND / FRAMES_PER_SECOND + 1);
        record(recorder, world.cameras().getFirst().poll().orElseThrow());
      }
    }
  }

  private static void shop(SimulatedWorld world) {
    String[] things = {
      "alma-oat-drink-1l", "sole-tomatoes-400g", "kaffa-espresso-500g", "nordvik-cola-0.5l"
    };
    long nanos = 5 * SECOND;
    for (String thing : things) {
      world.put(new ProductId(thing), world.someStyle(), nanos);
      nanos += 2 * SECOND;
    }
    world.take(new ProductId("sole-tomatoes-400g"), world.someStyle(), nanos);
  }

  private static void record(FFmpegFrameRecorder recorder, pannier.hal.Frame frame)
      throws FFmpegFrameRecorder.Exception {
    Frame shared = new Frame();
    shared.imageWidth = frame.widthPx();
    shared.imageHeight = frame.heightPx();
    shared.imageDepth = Frame.DEPTH_UBYTE;
    shared.imageChannels = 3;
    shared.imageStride = frame.strideBytes();
    shared.image = new java.nio.Buffer[] {frame.pixels().asByteBuffer()};
    recorder.record(shared, avutil.AV_PIX_FMT_BGR24);
  }
}
