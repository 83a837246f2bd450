package pannier.app.workshop;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.tinylog.Logger;
import pannier.app.calibrate.Weigher;
import pannier.app.scale.ScaleFiles;
import pannier.domain.calibration.Calibration;
import pannier.domain.calibration.Plateau;
import pannier.domain.calibration.Procedure;
import pannier.hal.LoadConverters;

/** The guided calibration on a thread of its own, step by step as staff say that it is placed. */
final class ScaleCourse implements AutoCloseable {
  private static final long PAUSE_NANOS = 20_000_000L;
  private static final int MOST_TRIES = 5;

  private final ScaleFiles files;
  private final String staff;
  private final InstantSource clock;
  private final Semaphore placed = new Semaphore(0);
  private final Thread thread;
  private volatile Bench.ScaleStep shown = Bench.ScaleStep.idle(true);

  private ScaleCourse(
      LoadConverters converters,
      ScaleFiles files,
      String staff,
      double grams,
      InstantSource clock) {
    this.files = files;
    this.staff = staff;
    this.clock = clock;
    Weigher weigher = new Weigher(converters, () -> LockSupport.parkNanos(PAUSE_NANOS));
    this.thread =
        Thread.ofVirtual()
            .name("calibrate")
            .unstarted(() -> run(weigher, Procedure.start(grams, Double.NaN)));
  }

  /**
   * @param converters drained by this thread alone
   * @param grams of the known mass
   */
  static ScaleCourse start(
      LoadConverters converters,
      ScaleFiles files,
      String staff,
      double grams,
      InstantSource clock) {
    ScaleCourse course = new ScaleCourse(converters, files, staff, grams, clock);
    course.thread.start();
    return course;
  }

  Bench.ScaleStep shown() {
    return shown;
  }

  /** What the step asked for is done. */
  void placed() {
    placed.release();
  }

  private void run(Weigher weigher, Procedure start) {
    try {
      course(weigher, start);
    } catch (IOException e) {
      Logger.warn("calibration: {}", e.getMessage());
      show(shown.step(), shown.place(), "refused", 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void course(Weigher weigher, Procedure start) throws IOException, InterruptedException {
    Procedure procedure = start;
    int tries = 0;
    String state = "place";
    while (true) {
      String step = procedure.next().orElseThrow().name().toLowerCase(Locale.ROOT);
      int place = procedure.weighed().size() + 1;
      placed.drainPermits();
      show(step, place, state, 0);
      placed.acquire();
      show(step, place, "weighing", 0);
      Plateau plateau = weigh(weigher);
      switch (procedure.weigh(plateau)) {
        case Procedure.Going(Procedure next) -> {
          procedure = next;
          state = "place";
        }
        case Procedure.Again(String reason) -> {
          state = "again";
          if (++tries == MOST_TRIES) {
            throw new IOException(reason);
          }
        }
        case Procedure.Done done -> {
          keep(done);
          return;
        }
        case Procedure.Refused(String reason) -> throw new IOException(reason);
      }
    }
  }

  private static Plateau weigh(Weigher weigher) throws IOException {
    Optional<Plateau> plateau = weigher.weigh();
    return plateau.orElseThrow(() -> new IOException("the cells did not stand still"));
  }

  private void keep(Procedure.Done done) throws IOException {
    Calibration calibration = files.zeros().compensate(done.calibration());
    files.calibrated(calibration, Instant.ofEpochMilli(clock.millis()), staff);
    Procedure.Report report = done.report();
    double error =
        Math.max(
            report.cornerErrorGrams(),
            Math.max(report.repeatErrorGrams(), report.zeroErrorGrams()));
    show("", Procedure.Step.values().length, "done", Math.round(error * 100) / 100.0);
  }

  private void show(String step, int place, String state, double error) {
    shown = new Bench.ScaleStep(true, step, place, state, error);
  }

  /** Nothing is changed unless it was done. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
