package pannier.simulator.supply;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import pannier.app.Exit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code ./pannier faults}: whether the world knows of faults in the libraries that we run with.
 */
@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    description = {
      "Looks up known faults of all libraries that the programs run with.",
      "Status 0: none is known; 1: some are, or nobody could be asked."
    })
public final class FaultsMain implements Callable<Integer> {
  @Option(
      names = "--service",
      paramLabel = "URL",
      description = "that speaks OSV's protocol (default ${DEFAULT-VALUE})")
  private URI service = KnownFaults.OSV;

  @Option(
      names = "--say-only",
      description = "for builds: status 0 whatever is found, as no change of ours brought it")
  private boolean sayOnly;

  @Option(names = "--json", description = "standard output is one JSON object a line")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final List<Library> libraries;

  FaultsMain(List<Library> libraries) {
    this.libraries = libraries;
  }

  public static void main(String[] arguments) {
    List<Path> jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(it -> it.endsWith(".jar"))
            .map(Path::of)
            .toList();
    System.exit(Exit.run(new CommandLine(new FaultsMain(Library.of(jars))), arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      Map<Library, List<String>> faults = new KnownFaults(service).find(libraries);
      faults.forEach(this::tell);
      tellAll(faults.size());
      return faults.isEmpty() || sayOnly ? 0 : 1;
    } catch (UnreachableServiceException e) {
      PrintWriter errors = spec.commandLine().getErr();
      errors.println("known faults of libraries were NOT looked up: " + e.getMessage());
      return sayOnly ? 0 : 1;
    }
  }

  private void tell(Library library, List<String> faults) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("library", library.name()).put("version", library.version());
    faults.forEach(node.putArray("faults")::add);
    say(json ? node.toString() : library + ": " + String.join(", ", faults));
  }

  private void tellAll(int count) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("faulty", count).put("libraries", libraries.size()).put("service", service.toString());
    say(
        json
            ? node.toString()
            : "%d of %d libraries have known faults, says %s"
                .formatted(count, libraries.size(), service));
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
