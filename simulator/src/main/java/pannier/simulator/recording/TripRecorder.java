package pannier.simulator.recording;

import com.google.errorprone.annotations.FormatMethod;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pannier.domain.catalogue.ProductId;
import pannier.hal.Frame;
import pannier.hal.LoadReading;
import pannier.hal.MotionReading;
import pannier.simulator.enrolment.EnrolmentPhotos;
import pannier.simulator.shop.Article;
import pannier.simulator.shop.ShopFiles;
import pannier.simulator.shopper.Shopper;
import pannier.simulator.world.CameraSpec;
import pannier.simulator.world.Chance;
import pannier.simulator.world.Crossing;
import pannier.simulator.world.SimulatedWorld;
import pannier.simulator.world.Wardrobe;
import pannier.simulator.world.WorldSpec;

/** Plays a script in a world and writes what its devices gave, and the truth, into a folder. */
public final class TripRecorder {
  private static final long TICK_NANOS = 20_000_000;
  private static final int PHOTOS_PER_PRODUCT = 10;

  private final SimulatedWorld world;
  private final Shopper shopper;
  private final Path folder;

  public TripRecorder(SimulatedWorld world, Shopper shopper, Path folder) {
    this.world = world;
    this.shopper = shopper;
    this.folder = folder;
  }

  /**
   * Writes {@code trip.json}, {@code catalogue.csv}, {@code truth.csv}, {@code scale.csv}, {@code
   * motion.csv}, {@code camera-N.mp4} and {@code enrol/}.
   *
   * @throws IOException if a file cannot be written
   */
  public void record(long untilNanos) throws IOException {
    Files.createDirectories(folder);
    WorldSpec spec = world.spec();
    ShopFiles.writeCatalogue(folder.resolve("catalogue.csv"), spec.articles());
    List<ProductId> products = spec.articles().stream().map(Article::id).toList();
    Wardrobe wardrobe = new Wardrobe(spec.articles(), new Chance(0));
    new EnrolmentPhotos(wardrobe, new Chance(1))
        .write(folder.resolve("enrol"), products, PHOTOS_PER_PRODUCT);
    recordDevices(untilNanos);
    writeTruth();
    Files.writeString(folder.resolve("trip.json"), tripJson(spec));
  }

  private void recordDevices(long untilNanos) throws IOException {
    List<VideoFile> videos = new ArrayList<>();
    try (BufferedWriter scale = Files.newBufferedWriter(folder.resolve("scale.csv"));
        BufferedWriter motion = Files.newBufferedWriter(folder.resolve("motion.csv"))) {
      for (int i = 0; i < world.cameras().size(); i++) {
        videos.add(video(i));
      }
      scale.write("t_ms,front_left_g,front_right_g,rear_left_g,rear_right_g\n");
      motion.write("t_ms,tilt_deg,acceleration_mps2\n");
      for (long nanos = 0; nanos <= untilNanos; nanos += TICK_NANOS) {
        shopper.advanceTo(nanos);
        world.advanceTo(nanos);
        writeReadings(scale, motion);
        writeFrames(videos);
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
    return "camera-%d.mp4".formatted(camera);
  }

  private void writeReadings(BufferedWriter scale, BufferedWriter motion) throws IOException {
    for (LoadReading reading : world.loadCells().drain()) {
      scale.write(
          text(
              "%d,%.2f,%.2f,%.2f,%.2f%n",
              millis(reading.timestampNanos()),
              reading.frontLeftGrams(),
              reading.frontRightGrams(),
              reading.rearLeftGrams(),
              reading.rearRightGrams()));
    }
    for (MotionReading reading : world.motionSensor().drain()) {
      motion.write(
          text(
              "%d,%.3f,%.4f%n",
              millis(reading.timestampNanos()), reading.tiltDegrees(), reading.accelerationMps2()));
    }
  }

  private void writeFrames(List<VideoFile> videos) throws IOException {
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

  private static String tripJson(WorldSpec spec) {
    List<String> cameras = new ArrayList<>();
    for (int i = 0; i < spec.cameras().size(); i++) {
      CameraSpec camera = spec.cameras().get(i);
      double[] rim = camera.rimHeightFractions();
      cameras.add(
          text(
              "    {\"video\": \"%s\", \"rim\": [[0.0, %.4f], [1.0, %.4f]], \"basket\": \"below\"}",
              videoName(i), rim[0], rim[1]));
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
          "enrol": ["enrol"],
          "start": []
        }
        """,
        spec.seed(), String.join(",\n", cameras));
  }

  @FormatMethod
  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static long millis(long nanos) {
    return Math.round(nanos / 1e6);
  }
}
