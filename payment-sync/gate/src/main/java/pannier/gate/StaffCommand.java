package pannier.gate;

import java.util.concurrent.Callable;
import org.tinylog.configuration.Configuration;
import picocli.CommandLine;

/** How what staff do from a shell is started: standard output is theirs, a mistake is one line. */
final class StaffCommand {
  static final int FAILED = 1;
  static final int BAD_INPUT = 2;

  private StaffCommand() {}

  /**
   * Runs it.
   *
   * @param name as staff type it
   * @return the exit status
   */
  static int run(String name, Callable<Integer> command, String[] args) {
    Configuration.set("writer", "console");
    Configuration.set("writer.stream", "err");
    Configuration.set("level", "warn");
    CommandLine line = new CommandLine(command);
    line.setParameterExceptionHandler(
        (mistake, arguments) -> {
          String words = "pannier %s: %s".formatted(name, mistake.getMessage());
          mistake.getCommandLine().getErr().println(words);
          return BAD_INPUT;
        });
    return line.execute(args);
  }
}
