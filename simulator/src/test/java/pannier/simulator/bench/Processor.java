package pannier.simulator.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Counts a thread's processor time, turn by turn, into a file. */
final class Processor {
  private static final String FILE = "processor.txt";
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final @Nullable Path file;
  private long nanos;
  private long runs;

  private Processor(@Nullable Path file) {
    this.file = file;
  }

  static Processor unused() {
    return new Processor(null);
  }

  static Processor writing(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    Files.deleteIfExists(file);
    return new Processor(file);
  }

  Object during(Callable<?> run) throws Exception {
    long before = THREADS.getCurrentThreadCpuTime();
    Object result = run.call();
    nanos += THREADS.getCurrentThreadCpuTime() - before;
    runs++;
    return result;
  }

  /** Notes the microseconds of a run of this turn. */
  void endTurn() throws IOException {
    if (file != null) {
      Files.writeString(
          file,
          nanos / 1e3 / Math.max(1, runs) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
    nanos = 0;
    runs = 0;
  }

  /** Bytes that a run takes on the heap. */
  static long allocatedBytes(Callable<?> run) throws Exception {
    long before = allocatedBytes();
    Objects.requireNonNull(run.call());
    return allocatedBytes() - before;
  }

  /** Bytes that this thread has taken on the heap so far. */
  static long allocatedBytes() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }

  /** Those of the last turns; warming up came before. */
  static List<Double> micros(Path folder, int turns) throws IOException {
    List<Double> all =
        Files.readAllLines(folder.resolve(FILE)).stream().map(Double::valueOf).toList();
    return all.subList(all.size() - turns, all.size());
  }
}
