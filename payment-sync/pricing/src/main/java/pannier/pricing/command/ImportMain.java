package pannier.pricing.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import pannier.pricing.assortment.Assortment;
import pannier.pricing.csv.BadCatalogueException;
import pannier.pricing.csv.BadCell;
import pannier.pricing.csv.CatalogueFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./pannier import}: a catalogue from CSV or JSON, whole or not at all. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Imports a catalogue from CSV or JSON, whole or not at all.",
      "Every fault is listed with its line, its field, what stands there and what would be right."
    })
public final class ImportMain implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int BAD_INPUT = 2;

  @Parameters(paramLabel = "FILE", description = "a catalogue: .json, or else CSV")
  private Path file = Path.of("catalogue.csv");

  @Option(names = "--dry-run", description = "only say what is wrong with it")
  private boolean dryRun;

  @Option(names = "--json", description = "one JSON object a line, and nothing else")
  private boolean json;

  @Option(
      names = "--into",
      paramLabel = "DIR",
      description = "where catalogue.csv goes (default: the user's data folder for pannier)")
  private @Nullable Path into;

  @Spec private CommandSpec spec = CommandSpec.create();

  public static void main(String[] args) {
    System.exit(Shell.run(new ImportMain(), args));
  }

  @Override
  public Integer call() throws IOException {
    try {
      Assortment assortment = CatalogueFile.open(file);
      Path target = target();
      if (!dryRun) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
        CatalogueFile.write(assortment, target, folder);
      }
      done(assortment.catalogue().products().size(), target);
      return DONE;
    } catch (BadCatalogueException e) {
      e.faults().forEach(this::tell);
      summary(e.faults().size());
      return BAD_INPUT;
    }
  }

  private Path target() {
    Path folder = into == null ? dataFolder() : into;
    return folder.resolve("catalogue.csv");
  }

  /** As the XDG base directory specification has it. */
  private static Path dataFolder() {
    String data = System.getenv("XDG_DATA_HOME");
    Path base =
        data == null || data.isBlank()
            ? Path.of(System.getProperty("user.home"), ".local", "share")
            : Path.of(data);
    return base.resolve("pannier");
  }

  private void done(int products, Path target) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          object("import")
              .put("products", products)
              .put("faults", 0)
              .put("imported", !dryRun)
              .put("into", target.toString()));
    } else if (dryRun) {
      out.printf("%s: %d products, nothing is wrong; nothing was imported%n", file, products);
    } else {
      out.printf("%s: %d products imported into %s%n", file, products, target);
    }
  }

  private void tell(BadCell fault) {
    if (!json) {
      spec.commandLine().getErr().println(fault.message());
      return;
    }
    spec.commandLine()
        .getOut()
        .println(
            object("fault")
                .put("line", fault.line())
                .put("field", fault.column())
                .put("found", fault.found())
                .put("wanted", fault.wanted()));
  }

  private void summary(int faults) {
    String words = faults == 1 ? "1 fault" : faults + " faults";
    spec.commandLine().getErr().printf("pannier import: %s: %s, nothing imported%n", file, words);
    if (json) {
      spec.commandLine()
          .getOut()
          .println(object("import").put("faults", faults).put("imported", false));
    }
  }

  private ObjectNode object(String event) {
    return JsonNodeFactory.instance.objectNode().put("event", event).put("file", file.toString());
  }
}
