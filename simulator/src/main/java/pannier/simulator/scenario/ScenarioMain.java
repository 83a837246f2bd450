package pannier.simulator.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tinylog.configuration.Configuration;
import pannier.app.Exit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./pannier scenario FILE…}: scripts in, one compact line out for each. */
@Command(
    name = "scenario",
    mixinStandardHelpOptions = true,
    description = "Plays scenario scripts; status 1 if one does not end as it expects.")
public final class ScenarioMain implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "scenario scripts")
  private List<Path> files = List.of();

  @Option(names = "--json", description = "one JSON object a line, and nothing else")
  private boolean json;

  private ScenarioMain() {}

  public static void main(String[] arguments) {
    // What goes wrong was asked for; what came of it is in the line.
    Configuration.set("level", "off");
    System.exit(Exit.run(new CommandLine(new ScenarioMain()), arguments));
  }

  @Override
  public Integer call() throws IOException {
    List<Scenario> scenarios = new ArrayList<>();
    for (Path file : files) {
      scenarios.add(ScenarioReader.read(file));
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    boolean allAsExpected = true;
    for (int i = 0; i < scenarios.size(); i++) {
      String line = Performance.play(scenarios.get(i));
      boolean expected = scenarios.get(i).outcome().expected().map(line::equals).orElse(true);
      allAsExpected &= expected;
      String name = String.valueOf(files.get(i).getFileName());
      if (json) {
        ObjectNode object = new ObjectMapper().createObjectNode().put("scenario", name);
        out.println(object.put("line", line).put("as_expected", expected));
      } else {
        out.printf("%s: %s%s%n", name, line, expected ? "" : "   DIFFERS FROM WHAT IT EXPECTS");
      }
    }
    return allAsExpected ? 0 : 1;
  }
}
