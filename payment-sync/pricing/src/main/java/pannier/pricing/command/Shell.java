package pannier.pricing.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import pannier.pricing.csv.BadCatalogueException;
import pannier.pricing.json.BadJsonException;
import picocli.CommandLine;

/** Runs a command; whatever goes wrong becomes one line on standard error. */
final class Shell {
  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;

  private static final Set<Class<? extends IOException>> BAD =
      Set.of(BadJsonException.class, BadCatalogueException.class);

  private Shell() {}

  static int run(Object command, String... args) {
    PrintWriter out =
        new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    return run(new CommandLine(command).setOut(out), args);
  }

  static int run(CommandLine command, String... args) {
    return command
        .setExecutionExceptionHandler((failure, line, parsed) -> tell(line, failure))
        .setParameterExceptionHandler(
            (mistake, arguments) -> {
              tell(mistake.getCommandLine(), mistake);
              return BAD_INPUT;
            })
        .execute(args);
  }

  private static int tell(CommandLine command, Exception failure) {
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    command
        .getErr()
        .println("pannier " + command.getCommandName() + ": " + message.replaceAll("\\R", " "));
    return BAD.contains(failure.getClass()) ? BAD_INPUT : FAILED;
  }
}
