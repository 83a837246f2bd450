package pannier.gate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tinylog.configuration.Configuration;
import pannier.gate.ledger.LedgerBackup;
import pannier.gate.ledger.LedgerReport;
import pannier.gate.ledger.SettlementRow;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./pannier ledger}: backup, restore, export and totals of a gate's ledger. */
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    description = {
      "What a store does with its ledger besides selling.",
      "backup: all of it into --file, also while gates run; restore: --file into an empty ledger,",
      "in a file or on a server; export: attempts as CSV or, with --json, JSON; totals: of one day."
    })
public final class LedgerMain implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;

  /** What is to be done. */
  enum Deed {
    BACKUP,
    RESTORE,
    EXPORT,
    TOTALS
  }

  @Parameters(paramLabel = "DEED", description = "backup, restore, export or totals")
  private Deed deed = Deed.TOTALS;

  @Option(names = "--config", required = true, paramLabel = "FILE", description = "the gate's")
  private Path config = Path.of("gate.json");

  @Option(names = "--file", paramLabel = "FILE", description = "of a backup")
  private @Nullable Path file;

  @Option(names = "--day", paramLabel = "YYYY-MM-DD", description = "today if it is missing")
  private @Nullable LocalDate day;

  @Option(names = "--json", description = "standard output is one JSON object a line")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  public static void main(String[] args) {
    Configuration.set("writer", "console");
    Configuration.set("writer.stream", "err");
    Configuration.set("level", "warn");
    CommandLine line = new CommandLine(new LedgerMain());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(LedgerMain::badUsage);
    System.exit(line.execute(args));
  }

  @Override
  public Integer call() {
    PrintWriter errors = spec.commandLine().getErr();
    try {
      GateConfig read = GateConfigFile.read(config);
      switch (deed) {
        case BACKUP -> tell("rows", LedgerBackup.write(read.ledger(), file()));
        case RESTORE -> tell("rows", LedgerBackup.restore(read.ledger(), file()));
        case EXPORT -> export(read);
        case TOTALS -> totals(read);
      }
      spec.commandLine().getOut().flush();
      return 0;
    } catch (BadGateConfigException e) {
      errors.println(e.getMessage());
      return BAD_INPUT;
    } catch (NoSuchFileException e) {
      errors.println(e.getMessage() + ": found no such file; expected a backup");
      return BAD_INPUT;
    } catch (IOException e) {
      errors.println(e.getMessage());
      return FAILED;
    }
  }

  private Path file() {
    if (file == null) {
      throw new ParameterException(
          spec.commandLine(),
          "--file: found nothing; expected a file to %s"
              .formatted(deed.name().toLowerCase(Locale.ROOT)));
    }
    return file;
  }

  private void tell(String what, int count) {
    spec.commandLine()
        .getOut()
        .println(json ? "{\"%s\":%d}".formatted(what, count) : "%d %s".formatted(count, what));
  }

  private void export(GateConfig read) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (!json) {
      out.println("trip,attempt,cart,state,currency,total_minor,intended_at,opened_at,receipt");
    }
    try (LedgerReport report = read.ledger().report()) {
      for (SettlementRow row : report.heads()) {
        ObjectNode node = node(row);
        if (json) {
          out.println(node);
        } else {
          out.println(
              String.join(
                  ",",
                  node.properties().stream().map(it -> cell(it.getValue().asText())).toList()));
        }
      }
    }
  }

  private static ObjectNode node(SettlementRow row) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("trip", row.intent().key().tripId())
        .put("attempt", row.intent().key().attempt())
        .put("cart", row.intent().cartId())
        .put("state", row.state().name().toLowerCase(Locale.ROOT))
        .put("currency", row.intent().currency())
        .put("total_minor", row.intent().totalMinor())
        .put("intended_at", row.intent().at().toString())
        .put("opened_at", row.openedAt().map(Object::toString).orElse(""))
        .put("receipt", row.receiptId().orElse(""));
  }

  /** RFC 4180, and no formula for a spreadsheet to run. */
  private static String cell(String text) {
    String safe = text.matches("[=+@-].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  private void totals(GateConfig read) throws IOException {
    ZoneId zone = ZoneId.systemDefault();
    LocalDate of = day == null ? LocalDate.now(zone) : day;
    try (LedgerReport report = read.ledger().report()) {
      LedgerReport.Day sums =
          report.day(
              of.atStartOfDay(zone).toInstant(), of.plusDays(1).atStartOfDay(zone).toInstant());
      ObjectNode node = JsonNodeFactory.instance.objectNode().put("day", of.toString());
      ObjectNode attempts = node.putObject("attempts");
      sums.attempts().forEach(attempts::put);
      ObjectNode accounts = node.putObject("accounts_minor");
      sums.accountsMinor().forEach(accounts::put);
      node.put("captures_due", report.due());
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(node);
      } else {
        out.printf("%s%n", of);
        for (Map.Entry<String, Long> each : sums.attempts().entrySet()) {
          out.printf("%-24s %12d attempts%n", each.getKey(), each.getValue());
        }
        for (Map.Entry<String, Long> each : sums.accountsMinor().entrySet()) {
          out.printf("%-24s %12d%n", each.getKey(), each.getValue());
        }
        out.printf("%-24s %12d%n", "captures due", report.due());
      }
    }
  }

  private static int badUsage(ParameterException e, String[] args) {
    e.getCommandLine().getErr().println(e.getMessage());
    return BAD_INPUT;
  }
}
