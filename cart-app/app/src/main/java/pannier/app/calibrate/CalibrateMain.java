package pannier.app.calibrate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import pannier.app.BadInputException;
import pannier.app.Exit;
import pannier.app.devices.CartDevices;
import pannier.app.devices.DeviceSettings;
import pannier.app.devices.DeviceSettingsFile;
import pannier.app.scale.ScaleFiles;
import pannier.domain.calibration.Calibration;
import pannier.domain.calibration.Plateau;
import pannier.domain.calibration.Procedure;
import pannier.hal.TemperatureReading;
import pannier.hal.Thermometer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./pannier calibrate}: one known mass, eight steps, and what holds from then on. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    description =
        "Calibrates a cart's scale with one known mass: empty, middle, four corners, middle, empty."
            + " The cart's own program must be off.")
public final class CalibrateMain implements Callable<Integer> {
  private static final long PAUSE_NANOS = 20_000_000L;

  @Option(names = "--config", paramLabel = "FILE", description = "the cart's settings")
  private @Nullable Path config;

  @Option(names = "--simulated", paramLabel = "SEED", description = "made-up cells, to rehearse")
  private @Nullable Long seed;

  @Option(names = "--mass", paramLabel = "G", description = "the mass in grams (default 5000)")
  private double massGrams = 5000;

  @Option(names = "--by", paramLabel = "NAME", description = "who calibrates, for the log")
  private String by = "staff";

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "where a rehearsal writes its files (default: nowhere)")
  private @Nullable Path out;

  @Option(names = "--check", description = "only checks the files that are there")
  private boolean check;

  @Option(names = "--json", description = "one JSON object a line, and nothing else")
  private boolean json;

  private CalibrateMain() {}

  public static void main(String[] args) {
    System.exit(Exit.run(new CommandLine(new CalibrateMain()), args));
  }

  @Override
  public Integer call() throws IOException {
    PrintStream lines = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    if ((config == null) == (seed == null)) {
      throw new BadInputException("give either --config FILE or --simulated SEED");
    }
    if (!(massGrams >= Procedure.LEAST_MASS_GRAMS && massGrams <= Procedure.MOST_MASS_GRAMS)) {
      throw new BadInputException(
          "options",
          "--mass",
          String.valueOf(massGrams),
          "%.0f to %.0f grams".formatted(Procedure.LEAST_MASS_GRAMS, Procedure.MOST_MASS_GRAMS));
    }
    if (check) {
      return check(lines);
    }
    Telling telling = new Telling(lines, json);
    return seed == null ? onCart(config(), telling) : rehearse(seed, telling);
  }

  private Path config() throws BadInputException {
    if (config == null) {
      throw new BadInputException("give --config FILE");
    }
    return config;
  }

  /** Whether counters, log and calibration belong together. */
  private int check(PrintStream lines) throws IOException {
    ScaleFiles files = ScaleFiles.in(DeviceSettingsFile.data(config()));
    Optional<Calibration> holds = files.calibration();
    lines.println(holds.isPresent() ? files.seal() : "not calibrated yet");
    lines.flush();
    return holds.isPresent() ? 0 : 1;
  }

  private int rehearse(long withSeed, Telling telling) throws IOException {
    RehearsedCells cells = new RehearsedCells(withSeed);
    Weigher weigher = new Weigher(cells, () -> {});
    Course course = new Course(telling, weigher, step -> cells.place(step, massGrams));
    Procedure.Done done = course.run(Procedure.start(massGrams, Double.NaN));
    String file = "";
    if (out != null) {
      Files.createDirectories(out);
      ScaleFiles.in(out).calibrated(done.calibration(), Instant.now(), by);
      file = out.resolve("calibration.json").toString();
    }
    telling.done(done, file);
    return 0;
  }

  private int onCart(Path settingsFile, Telling telling) throws IOException {
    DeviceSettings settings = DeviceSettingsFile.read(settingsFile);
    DeviceSettings.Scale scale =
        settings
            .scale()
            .orElseThrow(
                () ->
                    new BadInputException(
                        settingsFile.toString(), "scale", "no such key", "the load cells"));
    Path data = DeviceSettingsFile.data(settingsFile);
    Files.createDirectories(data);
    ScaleFiles files = ScaleFiles.in(data);
    files.configured(scale.legal(), Instant.now(), by);
    BufferedReader keys =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (CartDevices devices = CartDevices.open(settings, System::nanoTime)) {
      Weigher weigher = new Weigher(devices.converters(), () -> LockSupport.parkNanos(PAUSE_NANOS));
      Course course = new Course(telling, weigher, _ -> enter(keys));
      double celsius = celsius(devices.thermometer());
      Procedure.Done done = course.run(Procedure.start(massGrams, celsius));
      Calibration calibration = files.zeros().compensate(done.calibration());
      files.calibrated(calibration, Instant.now(), by);
      telling.done(
          new Procedure.Done(calibration, done.report()),
          data.resolve("calibration.json").toString());
    }
    return 0;
  }

  private void enter(BufferedReader keys) throws IOException {
    if (!json) {
      System.err.print("      then press Enter ");
      System.err.flush();
    }
    if (keys.readLine() == null) {
      throw new IOException("nobody pressed Enter; nothing was changed");
    }
  }

  /** The last word of a thermometer, waited for some seconds. */
  private static double celsius(Thermometer thermometer) {
    for (int i = 0; i < 300; i++) {
      List<TemperatureReading> readings = thermometer.drain();
      if (!readings.isEmpty()) {
        return readings.getLast().celsius();
      }
      if (thermometer instanceof pannier.hal.absent.AbsentThermometer) {
        return Double.NaN;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return Double.NaN;
  }

  /** The procedure, step by step, until it is done. */
  private record Course(Telling telling, Weigher weigher, Placing placing) {
    private static final int MOST_TRIES = 5;

    /** Waits until somebody has done what a step asks for. */
    interface Placing {
      void place(Procedure.Step step) throws IOException;
    }

    Procedure.Done run(Procedure start) throws IOException {
      Procedure procedure = start;
      int tries = 0;
      while (true) {
        Procedure.Step step = procedure.next().orElseThrow();
        telling.step(step, procedure.weighed().size() + 1);
        placing.place(step);
        Optional<Plateau> plateau = weigher.weigh();
        if (plateau.isEmpty()) {
          throw new IOException("the cells did not stand still for a minute, or do not answer");
        }
        telling.weighed(step, plateau.get());
        switch (procedure.weigh(plateau.get())) {
          case Procedure.Going(Procedure next) -> procedure = next;
          case Procedure.Again(String reason) -> {
            telling.again(reason);
            if (++tries == MOST_TRIES) {
              throw new IOException(reason);
            }
          }
          case Procedure.Done done -> {
            return done;
          }
          case Procedure.Refused(String reason) ->
              throw new IOException(reason + "; nothing was changed");
        }
      }
    }
  }
}
