package pannier.simulator.bench;

import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * How thoroughly to measure.
 *
 * @param rounds in which each contender has its turn
 * @param turnMillis of one turn, or one run where that takes longer
 * @param folder of the bench's files
 */
record Pace(int rounds, int turnMillis, Path folder) {
  private static final int WARM_UP_ROUNDS = 2;

  /** Some minutes in all. */
  static Pace brief(Path folder) {
    return new Pace(7, 150, folder);
  }

  /** Some ten minutes. */
  static Pace thorough(Path folder) {
    return new Pace(25, 500, folder);
  }

  /**
   * Lets JMH run a contest in a JVM of its own. Times are the processor's, which other programs do
   * not stretch; those of commits, which wait for a disk, are the wall's.
   */
  Times run(ContestName name, String size) throws Exception {
    try {
      for (RunResult result : new Runner(options(name, size).build()).run()) {
        for (BenchmarkResult one : result.getBenchmarkResults()) {
          List<Double> wall =
              one.getIterationResults().stream()
                  .map(IterationResult::getPrimaryResult)
                  .map(each -> each.getScore())
                  .toList();
          return Times.of(folder, name.waits() ? wall : Processor.micros(folder, wall.size()));
        }
      }
    } catch (RunnerException e) {
      throw new BenchException(name + ": " + e.getMessage(), e);
    }
    throw new BenchException(name + ": JMH measured nothing", null);
  }

  private org.openjdk.jmh.runner.options.ChainedOptionsBuilder options(
      ContestName name, String size) {
    TimeValue turn = TimeValue.milliseconds(turnMillis);
    return new OptionsBuilder()
        .include(ContestJmh.class.getName())
        .param("contest", size.isEmpty() ? name.name() : name + ":" + size)
        .param("folder", folder.toString())
        .forks(1)
        .warmupIterations(WARM_UP_ROUNDS * name.turns())
        .warmupTime(turn)
        .measurementIterations(rounds * name.turns())
        .measurementTime(turn)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
  }
}
