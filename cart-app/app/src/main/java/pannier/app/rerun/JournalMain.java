package pannier.app.rerun;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import pannier.app.Exit;
import pannier.app.journal.Journal;
import pannier.app.timeline.JsonEvents;
import pannier.app.timeline.ReadableEvents;
import pannier.app.timeline.TripEvents;
import pannier.domain.evidence.Episode;
import pannier.domain.reconcile.Decision;
import pannier.domain.trip.CartCore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./pannier journal}: a trip's evidence and decisions, and what today's code would change.
 */
@Command(
    name = "journal",
    mixinStandardHelpOptions = true,
    description =
        "Shows the trips of a journal: evidence, decisions, and which of them today's code would"
            + " make differently.")
public final class JournalMain implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "a cart's journal")
  private Path file = Path.of("journal.db");

  @Option(names = "--json", description = "one JSON object a line, and nothing else")
  private boolean json;

  @Option(names = "--trip", paramLabel = "N", description = "only this trip, counted from 1")
  private int only;

  public static void main(String[] args) {
    System.exit(Exit.run(new CommandLine(new JournalMain()), args));
  }

  @Override
  public Integer call() throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    TripEvents events = json ? new JsonEvents(out, true) : new ReadableEvents(out, true);
    try (Journal journal = Journal.openExisting(file)) {
      for (int trip : only == 0 ? journal.trips() : List.of(only)) {
        show(trip, Rerun.of(journal, trip), events);
        journal.weighings(trip).forEach(events::weighing);
      }
    } finally {
      out.flush();
    }
    return 0;
  }

  /** The evidence as today's core groups it, each with the decisions that were made on it. */
  private static void show(int trip, Rerun rerun, TripEvents events) {
    events.trip(trip);
    List<Decision> left = new ArrayList<>(rerun.journaled());
    for (CartCore.Step step : rerun.steps()) {
      step.sensors().forEach(events::sensor);
      for (Episode episode : step.episodes()) {
        events.episode(episode);
        tell(left, decision -> decision.episode() == episode.number(), events);
      }
    }
    tell(left, decision -> true, events);
    rerun
        .differences()
        .forEach(changed -> events.changed(changed.number(), changed.then(), changed.now()));
    events.compared(rerun.journaled().size(), rerun.differences().size());
  }

  private static void tell(List<Decision> left, Predicate<Decision> which, TripEvents events) {
    left.stream().filter(which).forEach(events::decision);
    left.removeIf(which);
  }
}
