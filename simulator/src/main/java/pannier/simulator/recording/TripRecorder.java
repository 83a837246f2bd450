package pannier.simulator.recording;

import com.google.errorprone.annotations.FormatMethod;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import pannier.app.loop.CartLoop;
import pannier.domain.catalogue.ProductId;
import pannier.hal.Frame;
import pannier.hal.LoadReading;
import pannier.hal.MotionReading;
import pannier.simulator.enrolment.EnrolmentPhotos;
import pannier.simulator.shop.Article;
import pannier.simulator.shop.ShopFiles;
import pannier.simulator.world.CameraSpec;
import pannier.simulator.world.Chance;
import pannier.simulator.world.Crossing;
import pannier.simulator.world.SimulatedWorld;
import pannier.simulator.world.Wardrobe;
import pannier.simulator.world.WorldSpec;
import pannier.vision.embed.EmbeddingModel;
import pannier.vision.gallery.Gallery;
import pannier.vision.gallery.GalleryFile;

/**
 * Lets somebody act in a world and writes what its devices gave, and the truth, into a folder:
 * pictures without loss and readings with all their digits, so that a replay sees what the cart saw
 * and comes to the same decisions.
 */
public final class TripRecorder {
  private static final int PHOTOS_PER_PRODUCT = 10;
  private static final long SECOND_NANOS = 1_000_000_000L;

  private final SimulatedWorld world;
  private final LongConsumer deeds;
  private final Path folder;
  private final List<VideoFile> videos = new ArrayList<>();

  /**
   * @param deeds does what is due by an instant, before the world advances to it
   */
  public TripRecorder(SimulatedWorld world, LongConsumer deeds, Path folder) {
    this.world = world;
    this.deeds = deeds;
    this.folder = folder;
  }

  /** Told of each second that has been recorded. */
  @FunctionalInterface
  public interface Progress {
    void recorded(long nanos, long ofNanos);
  }

  /**
   * Writes {@code trip.json}, {@code catalogue.csv}, {@code truth.csv}, {@code scale.csv}, {@code
   * motion.csv}, {@code camera-N.mov} and the photos of {@code enrol/}.
   *
   * @throws IOException if a file cannot be written
   */
  public void record(long untilNanos) throws IOException {
    Files.createDirectories(folder);
    List<ProductId> products = world.spec().articles().stream().map(Article::id).toList();
    Wardrobe wardrobe = new Wardrobe(world.spec().articles(), new Chance(0));
    new EnrolmentPhotos(wardrobe, new Chance(1))
        .write(folder.resolve("enrol"), products, PHOTOS_PER_PRODUCT);
    record(untilNanos, "\"enrol\": [\"enrol\"]", (nanos, of) -> {});
  }

  /**
   * The same with the gallery itself, as {@code shop.gallery}, instead of photos: a replay then
   * recognises with the very one.
   */
  public void record(long untilNanos, Gallery gallery, Progress progress) throws IOException {
    Files.createDirectories(folder);
    GalleryFile.write(
        folder.resolve("shop.gallery"), gallery, EmbeddingModel.bundled().description().sha256());
    record(untilNanos, "\"gallery\": \"shop.gallery\"", progress);
  }

  private void record(long untilNanos, String enrolled, Progress progress) throws IOException {
    ShopFiles.writeCatalogue(folder.resolve("catalogue.csv"), world.spec().articles());
    recordDevices(untilNanos, progress);
    writeTruth();
    Files.writeString(folder.resolve("trip.json"), tripJson(world.spec(), enrolled));
  }

  private void recordDevices(long untilNanos, Progress progress) throws IOException {
    try (BufferedWriter scale = Files.newBufferedWriter(folder.resolve("scale.csv"));
        BufferedWriter motion = Files.newBufferedWriter(folder.resolve("motion.csv"))) {
      for (int i = 0; i < world.cameras().size(); i++) {
        videos.add(video(i));
      }
      scale.write("t_ms,front_left_g,front_right_g,rear_left_g,rear_right_g\n");
      motion.write("t_ms,tilt_deg,acceleration_mps2\n");
      for (long nanos = 0; nanos <= untilNanos; nanos += CartLoop.TICK_NANOS) {
        deeds.accept(nanos);
        world.advanceTo(nanos);
        writeReadings(scale, motion);
        writeFrames();
        if (nanos % SECOND_NANOS == 0) {
          progress.recorded(nanos, untilNanos);
        }
      }
    } finally {
      for (VideoFile video : videos) {
        video.close();
      }
    }
  }

  private VideoFile video(int camera) throws IOException {
    CameraSpec spec = world.spec().cameras().get(camera);
    return new VideoFile(
        folder.resolve(videoName(camera)),
        spec.view().widthPx(),
        spec.view().heightPx(),
        spec.shutter().framesPerSecond());
  }

  private static String videoName(int camera) {
    return "camera-%d.mov".formatted(camera);
  }

  private void writeReadings(BufferedWriter scale, BufferedWriter motion) throws IOException {
    for (LoadReading reading : world.loadCells().drain()) {
      scale.write(
          text(
              "%s,%s,%s,%s,%s%n",
              exactMillis(reading.timestampNanos()),
              reading.frontLeftGrams(),
              reading.frontRightGrams(),
              reading.rearLeftGrams(),
              reading.rearRightGrams()));
    }
    for (MotionReading reading : world.motionSensor().drain()) {
      motion.write(
          text(
              "%s,%s,%s%n",
              exactMillis(reading.timestampNanos()),
              reading.tiltDegrees(),
              reading.accelerationMps2()));
    }
  }

  private void writeFrames() throws IOException {
    for (int i = 0; i < videos.size(); i++) {
      Optional<Frame> frame = world.cameras().get(i).poll();
      while (frame.isPresent()) {
        videos.get(i).add(frame.get());
        frame = world.cameras().get(i).poll();
      }
    }
  }

  private void writeTruth() throws IOException {
    StringBuilder csv = new StringBuilder("t_ms,direction,pieces,product,mass_g\n");
    List<Crossing> crossings = new ArrayList<>(world.crossings());
    crossings.sort(Comparator.comparingLong(Crossing::nanos));
    for (Crossing crossing : crossings) {
      csv.append(
          text(
              "%d,%s,1,%s,%.1f%n",
              millis(crossing.nanos()),
              crossing.direction().name().toLowerCase(Locale.ROOT),
              crossing.product(),
              crossing.massGrams()));
    }
    Files.writeString(folder.resolve("truth.csv"), csv);
  }

  private String tripJson(WorldSpec spec, String enrolled) {
    List<String> cameras = new ArrayList<>();
    for (int i = 0; i < spec.cameras().size(); i++) {
      CameraSpec camera = spec.cameras().get(i);
      double[] rim = camera.rimHeightFractions();
      cameras.add(
          text(
              "    {\"video\": \"%s\", \"offset_ms\": %s, \"rim\": [[0.0, %s], [1.0, %s]], \"basket\": \"below\"}",
              videoName(i), exactMillis(videos.get(i).firstNanos()), rim[0], rim[1]));
    }
    return text(
        """
        {
          "about": "A simulated trip, seed %d. Everything in it was drawn and computed.",
          "cameras": [
        %s
          ],
          "scale": "scale.csv",
          "motion": "motion.csv",
          "catalogue": "catalogue.csv",
          %s,
          "start": []
        }
        """,
        spec.seed(), String.join(",\n", cameras), enrolled);
  }

  @FormatMethod
  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static String exactMillis(long nanos) {
    return BigDecimal.valueOf(nanos, 6).toPlainString();
  }

  private static long millis(long nanos) {
    return Math.round(nanos / 1e6);
  }
}
