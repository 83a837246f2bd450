package pannier.vision.recognise;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/**
 * How this module's commands end: 0 done, 1 failed, 2 somebody must mend the input or the usage.
 * Whatever goes wrong is one line on standard error.
 */
public final class Exit {
  public static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;

  private Exit() {}

  /** Standard output in UTF-8, whatever the platform's character set is. */
  public static PrintStream standardOutput() {
    return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  }

  /**
   * Runs a command.
   *
   * @param name that each complaint begins with
   * @param mendable failures that somebody can mend in what they gave
   * @return the exit status
   */
  public static int run(
      Callable<Integer> command,
      String name,
      PrintStream err,
      List<Class<? extends IOException>> mendable,
      String... arguments) {
    return new CommandLine(command)
        .setParameterExceptionHandler(
            (problem, given) -> {
              err.println("pannier " + name + ": " + problem.getMessage());
              return BAD_INPUT;
            })
        .setExecutionExceptionHandler(
            (problem, commandLine, given) -> {
              boolean told = problem instanceof IOException;
              err.println("pannier " + name + ": " + (told ? problem.getMessage() : problem));
              return mendable.stream().anyMatch(kind -> kind.isInstance(problem))
                  ? BAD_INPUT
                  : FAILED;
            })
        .execute(arguments);
  }
}
