package pannier.vision.recognise;

import java.io.PrintStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/** Standard error, and a line on it that is written over while long work goes on. */
public final class Terminal {
  private static final int STANDARD_ERROR = 2;
  private static final long REDRAW_NANOS = 200_000_000;

  private final PrintStream err;
  private final boolean interactive;
  private long drawnNanos;

  /** With standard error, or what stands for it. */
  public Terminal(PrintStream err) {
    this.err = err;
    this.interactive = isTerminal();
  }

  /** Draws at most five times a second, and nothing at all where nobody watches. Any thread. */
  public synchronized void progress(String work, int done, int of) {
    long now = System.nanoTime();
    if (interactive && (done == of || now - drawnNanos > REDRAW_NANOS)) {
      drawnNanos = now;
      err.printf("\r%s %d of %d%s", work, done, of, done == of ? "\r\033[K" : "");
      err.flush();
    }
  }

  /** POSIX isatty; the JDK's own answer also depends on where standard output goes. */
  private static boolean isTerminal() {
    var symbol = Linker.nativeLinker().defaultLookup().find("isatty");
    if (symbol.isEmpty()) {
      return false;
    }
    try {
      return (int)
              Linker.nativeLinker()
                  .downcallHandle(
                      symbol.get(),
                      FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT))
                  .invokeExact(STANDARD_ERROR)
          == 1;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }
}
