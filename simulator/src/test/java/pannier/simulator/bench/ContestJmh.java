package pannier.simulator.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Lets JMH measure one contest. Each iteration is another contender's, in turn, so that what else
 * happens on the machine meets all of them alike.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ContestJmh {
  @Param("")
  public String contest = "";

  @Param(".")
  public String folder = "";

  private Contest open = new Contest(List.of(), () -> {});
  private Contender current = Contender.of("", () -> "");
  private int turn;
  private Processor processor = Processor.unused();

  /** Makes the contest ready. */
  @Setup(Level.Trial)
  public void open() throws Exception {
    open = Contest.open(contest, Path.of(folder));
    Times.announce(Path.of(folder), open.contenders());
    processor = Processor.writing(Path.of(folder));
  }

  /** The next one's turn. */
  @Setup(Level.Iteration)
  public void next() {
    current = open.contenders().get(turn++ % open.contenders().size());
  }

  /** What is not timed. */
  @Setup(Level.Invocation)
  public void prepare() throws Exception {
    current.prepare().call();
  }

  /** What is. */
  @Benchmark
  public Object run() throws Exception {
    return processor.during(current.run());
  }

  /** The turn is over. */
  @TearDown(Level.Iteration)
  public void note() throws Exception {
    processor.endTurn();
  }

  /** Gives back what the contest holds. */
  @TearDown(Level.Trial)
  public void close() throws Exception {
    open.close();
  }
}
