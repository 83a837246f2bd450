package pannier.simulator.load;

import java.lang.ProcessHandle.Info;
import java.time.Duration;
import java.util.List;
import pannier.simulator.process.ChildProcess;

/** What processors did for this process and others, which no other program changes. */
final class ProcessorTime {
  private ProcessorTime() {}

  static long nanos(List<ChildProcess> others) {
    return nanos(ProcessHandle.current().info())
        + others.stream().mapToLong(it -> nanos(it.info())).sum();
  }

  private static long nanos(Info process) {
    return process.totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }
}
