package pannier.simulator.torture.kill;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Kills this process by SIGKILL when it passes one boundary for the n-th time: no hook runs, no
 * buffer is flushed, as after {@code kill -9} from outside.
 */
final class Death {
  private static final int SIGKILL = 9;

  private final Optional<String> boundary;
  private final int passing;
  private final AtomicInteger passed = new AtomicInteger();
  private final MethodHandle raise;

  /**
   * @param at {@code boundary:n}, or {@code never}
   */
  Death(String at) {
    int colon = at.lastIndexOf(':');
    this.boundary = colon < 0 ? Optional.empty() : Optional.of(at.substring(0, colon));
    this.passing = colon < 0 ? 0 : Integer.parseInt(at.substring(colon + 1));
    Linker linker = Linker.nativeLinker();
    this.raise =
        linker.downcallHandle(
            linker.defaultLookup().find("raise").orElseThrow(),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
  }

  /** A boundary: here the process may end. */
  void pass(String here) {
    if (boundary.filter(here::equals).isPresent() && passed.incrementAndGet() == passing) {
      kill();
    }
  }

  /** Whether the process may end at {@code here} at all. */
  boolean mayCome(String here) {
    return boundary.filter(here::equals).isPresent();
  }

  private void kill() {
    try {
      int refused = (int) raise.invokeExact(SIGKILL);
      throw new IllegalStateException("still alive: " + refused);
    } catch (Throwable e) {
      Runtime.getRuntime().halt(1);
      throw new AssertionError(e);
    }
  }
}
