package pannier.pricing.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import pannier.domain.money.CardNumbers;
import pannier.pricing.checkout.Reckoning;
import pannier.pricing.json.CaseJson;
import pannier.pricing.json.PriceCase;
import pannier.pricing.json.ReckoningJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./pannier price}: prices, taxes and splits one bill, without a gate. */
@Command(
    name = "price",
    mixinStandardHelpOptions = true,
    description = "Prices, taxes and splits one bill; writes what it comes to as one line of JSON.")
public final class PriceMain implements Callable<Integer> {
  @Parameters(paramLabel = "CASE.json", description = "the bill, and the price book it goes by")
  private Path file = Path.of("case.json");

  @Option(names = "--json", description = "one line of JSON, which is the default")
  private boolean json;

  @Option(names = "--words", description = "explain it to people instead")
  private boolean words;

  @Spec private CommandSpec spec = CommandSpec.create();

  public static void main(String[] args) {
    System.exit(Shell.run(new PriceMain(), args));
  }

  @Override
  public Integer call() throws Exception {
    PriceCase priceCase = CaseJson.read(file);
    for (String key : priceCase.unknown()) {
      spec.commandLine().getErr().println(CardNumbers.masked("pannier price: passed over " + key));
    }
    Reckoning reckoning = priceCase.reckon();
    boolean explain = words && !json;
    spec.commandLine()
        .getOut()
        .println(
            explain
                ? ReckoningWords.write(priceCase, reckoning)
                : ReckoningJson.write(priceCase, reckoning));
    return 0;
  }
}
