package pannier.simulator.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tinylog.configuration.Configuration;
import pannier.app.Exit;
import pannier.vision.recognise.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./pannier bench}: the project's own figures. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "The project's own figures, each beside a peer or a limit that ran in between.")
public final class BenchMain implements Callable<Integer> {
  private static final List<Section> SECTIONS =
      List.of(
          new VisionSection(),
          new ModelSection(),
          new GallerySection(),
          new DecisionSection(),
          new CommitSection(),
          new CartSection(),
          new LoadSection(),
          new AllocationSection());

  @Option(names = "--json", description = "one JSON object a row, and nothing else")
  private boolean json;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description = "these rows (and those that are measured with them)")
  private List<String> only = List.of();

  @Option(names = "--long", description = "more and longer rounds: narrower spreads")
  private boolean thorough;

  @Option(names = "--plot", paramLabel = "FILE", description = "draw the rows with goals (SVG)")
  private @Nullable Path plot;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "an empty PostgreSQL database, as ./pannier postgres has: measures commits there, too")
  private @Nullable String database;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final PrintStream out = pannier.vision.recognise.Exit.standardOutput();
  private final Terminal terminal = new Terminal(System.err);

  private BenchMain() {}

  public static void main(String[] args) {
    Configuration.set("writer", "console");
    Configuration.set("writer.stream", "err");
    Configuration.set("level", "warn");
    System.exit(Exit.run(new CommandLine(new BenchMain()), args));
  }

  @Override
  public Integer call() throws Exception {
    List<Section> wanted = wanted();
    List<Row> measured = new ArrayList<>();
    Path folder = Files.createTempDirectory("pannier-bench");
    try {
      Pace pace = thorough ? Pace.thorough(folder) : Pace.brief(folder);
      for (int i = 0; i < wanted.size(); i++) {
        terminal.progress(
            "measuring " + wanted.get(i).names().getFirst(), i + 1, wanted.size() + 1);
        List<Row> rows = wanted.get(i).measure(pace);
        rows.forEach(this::tell);
        measured.addAll(rows);
      }
      if (plot != null) {
        Files.writeString(plot, Plot.svg(measured));
      }
    } finally {
      Folders.delete(folder);
    }
    return 0;
  }

  private List<Section> wanted() {
    List<Section> sections = new ArrayList<>(SECTIONS);
    if (database != null) {
      sections.add(new ServerCommitSection(database));
    }
    List<String> unknown = new ArrayList<>(only);
    sections.forEach(section -> unknown.removeAll(section.names()));
    if (!unknown.isEmpty()) {
      List<String> known = sections.stream().flatMap(each -> each.names().stream()).toList();
      throw new ParameterException(
          spec.commandLine(),
          "--only: found '%s', wanted some of %s"
              .formatted(unknown.getFirst(), String.join(", ", known)));
    }
    return sections.stream()
        .filter(each -> only.isEmpty() || each.names().stream().anyMatch(only::contains))
        .toList();
  }

  private void tell(Row row) {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    out.println(json ? row.with("load_average", load).json() : row.text());
  }
}
