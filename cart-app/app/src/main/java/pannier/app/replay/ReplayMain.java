package pannier.app.replay;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import pannier.app.Exit;
import pannier.app.timeline.JsonEvents;
import pannier.app.timeline.ReadableEvents;
import pannier.app.timeline.TripEvents;
import pannier.vision.recognise.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./pannier replay}: a recorded trip through vision, reconciler and basket. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Plays a recorded trip (DIR/trip.json) through vision, reconciler and basket.")
public final class ReplayMain implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "the folder with trip.json")
  private Path folder = Path.of(".");

  @Option(names = "--json", description = "one JSON object a line, and nothing else")
  private boolean json;

  @Option(names = "--sightings", description = "also what was seen crossing the rim")
  private boolean sightings;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "also keep the trip in this journal (see: pannier journal)")
  private @Nullable Path journal;

  public static void main(String[] args) {
    System.exit(Exit.run(new CommandLine(new ReplayMain()), args));
  }

  @Override
  public Integer call() throws Exception {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    TripEvents events = json ? new JsonEvents(out, sightings) : new ReadableEvents(out, sightings);
    Terminal terminal = new Terminal(System.err);
    try (Replay replay =
        Replay.open(
            RecordedTripReader.read(folder),
            (done, of) -> terminal.progress("enrolling photo", done, of))) {
      replay.play(events, Optional.ofNullable(journal));
    } finally {
      out.flush();
    }
    return 0;
  }
}
