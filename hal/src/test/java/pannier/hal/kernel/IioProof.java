package pannier.hal.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import pannier.hal.CountReading;
import pannier.hal.iio.IioConverters;
import pannier.hal.polled.PollSchedule;
import pannier.hal.polled.PollThread;

/**
 * Converters that the kernel's HX711 driver reads on the emulated pins. Nothing is on the data
 * lines, which rest low: the driver takes that for a conversion that is ready and 24 bits of 0,
 * which it gives as 0x800000 ({@code hx711_read} in the kernel's {@code drivers/iio/adc/hx711.c}).
 */
final class IioProof {
  private static final Path DEVICES = Path.of("/sys/bus/iio/devices");
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final double ZEROS = 0x800000;

  private final Seen seen;
  private final LongSupplier clock = System::nanoTime;

  IioProof(Seen seen) {
    this.seen = seen;
  }

  void prove() throws IOException, InterruptedException {
    List<Path> cells = cells();
    seen.see("the kernel has four HX711", cells.size() == 4, cells.toString());
    // No more than two on one: CONFIG_IIO_CONSUMERS_PER_TRIGGER of Debian's kernels is 2.
    List<String> timers = List.of("left", "right", "left", "right");
    read(
        "the kernel's timers convert",
        cells,
        four -> IioConverters.buffered(four, Path.of("/dev"), timers, clock),
        false);
    read("each read converts", cells, four -> IioConverters.raw(four, clock), true);
  }

  private void read(
      String how, List<Path> cells, Function<List<Path>, IioConverters> open, boolean pull)
      throws IOException, InterruptedException {
    IioConverters converters = open.apply(cells);
    List<PollThread> threads = new ArrayList<>();
    converters
        .converters()
        .forEach(
            one ->
                threads.add(
                    PollThread.start(new PollSchedule(clock, List.of(one)), clock, "cell")));
    Optional<CountReading> four = await(converters, IioProof::allFour);
    seen.see(
        how + ": all four cells",
        four.isPresent(),
        four.map(Record::toString).orElse(converters.connection().toString()));
    if (pull) {
      pull(cells.getLast(), converters);
    }
    converters.close();
    threads.forEach(PollThread::close);
  }

  /** The kernel loses a converter while it is read, and gets it back. */
  private void pull(Path cell, IioConverters converters) throws IOException, InterruptedException {
    Path device = cell.resolve("..").toRealPath();
    Path driver = device.resolve("driver").toRealPath();
    converters.drain();
    long pulled = clock.getAsLong();
    Files.writeString(driver.resolve("unbind"), name(device));
    Optional<CountReading> three =
        await(
            converters,
            reading -> Double.isNaN(rearRight(reading)) && reading.frontLeftCounts() == ZEROS);
    long millis = (clock.getAsLong() - pulled) / 1_000_000;
    seen.see(
        "a converter that the kernel lost is no number within a second",
        three.isPresent() && millis < 1000,
        millis + " ms: " + three);
    Files.writeString(driver.resolve("bind"), name(device));
    seen.see(
        "it is back when the kernel has it again",
        await(converters, IioProof::allFour).isPresent(),
        converters.connection().toString());
  }

  private static boolean allFour(CountReading reading) {
    return reading.frontLeftCounts() == ZEROS
        && reading.frontRightCounts() == ZEROS
        && reading.rearLeftCounts() == ZEROS
        && rearRight(reading) == ZEROS;
  }

  private static double rearRight(CountReading reading) {
    return reading.rearRightCounts();
  }

  private static Optional<CountReading> await(
      IioConverters converters, Function<CountReading, Boolean> wanted)
      throws InterruptedException {
    return Seen.within(
        LIMIT, () -> converters.drain().stream().filter(wanted::apply).findFirst().orElse(null));
  }

  private static List<Path> cells() throws IOException {
    try (Stream<Path> all = Files.list(DEVICES)) {
      return all.filter(device -> name(device).startsWith("iio:device")).sorted().toList();
    }
  }

  private static String name(Path device) {
    return String.valueOf(device.getFileName());
  }
}
