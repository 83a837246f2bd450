package pannier.app;

import java.io.IOException;
import java.util.Set;
import pannier.app.journal.BadJournalException;
import pannier.hal.BadRecordingException;
import pannier.payment.cart.coap.RefusedPairingException;
import pannier.pricing.csv.BadCatalogueException;
import pannier.vision.gallery.GalleryException;
import pannier.vision.photo.PhotoException;
import picocli.CommandLine;

/** The exit statuses of all commands: 0 done, 1 failed, 2 somebody must mend the input. */
public final class Exit {
  private static final Set<Class<? extends IOException>> BAD_INPUT =
      Set.of(
          BadInputException.class,
          BadJournalException.class,
          BadRecordingException.class,
          BadCatalogueException.class,
          GalleryException.class,
          RefusedPairingException.class,
          PhotoException.class);

  private Exit() {}

  /** Runs a command; whatever goes wrong becomes one line on standard error. */
  public static int run(CommandLine command, String... args) {
    return command
        .setExecutionExceptionHandler((failure, line, parsed) -> tell(line, failure))
        .setParameterExceptionHandler(
            (mistake, arguments) -> {
              tell(mistake.getCommandLine(), mistake);
              return 2;
            })
        .execute(args);
  }

  private static int tell(CommandLine command, Exception failure) {
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    command.getErr().println("pannier " + command.getCommandName() + ": " + oneLine(message));
    return BAD_INPUT.contains(failure.getClass()) ? 2 : 1;
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\R", " ");
  }
}
