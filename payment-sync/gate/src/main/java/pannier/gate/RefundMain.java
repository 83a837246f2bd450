package pannier.gate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import pannier.domain.money.CardNumbers;
import pannier.domain.money.Money;
import pannier.gate.ledger.Ledger;
import pannier.gate.ledger.RefusedRefundException;
import pannier.gate.ledger.SettlementRow;
import pannier.gate.refund.Refunds;
import pannier.pricing.assortment.Assortment;
import pannier.pricing.checkout.StoreRules;
import pannier.pricing.csv.BadCatalogueException;
import pannier.pricing.csv.CatalogueFile;
import pannier.pricing.json.BadJsonException;
import pannier.pricing.json.PriceList;
import pannier.pricing.refund.PaidBill;
import pannier.pricing.refund.RefundReason;
import pannier.wire.ReceiptLine;
import pannier.wire.RefundSlip;
import pannier.wire.receipt.RefundText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Money back for a line of a receipt; without a line, what of the receipt is still paid. */
@Command(
    name = "refund",
    mixinStandardHelpOptions = true,
    description =
        "Gives money back for a line of a receipt, to the tenders that paid it. The gate's outbox"
            + " carries it out. Without --line it lists what is still paid.")
public final class RefundMain implements Callable<Integer> {
  @Option(names = "--config", required = true, paramLabel = "FILE", description = "the gate's")
  private Path config = Path.of("gate.json");

  @Option(names = "--receipt", required = true, description = "its number, such as R-7KQ…")
  private String receipt = "";

  @Option(names = "--line", defaultValue = "0", description = "counted from 1")
  private int line;

  @Option(names = "--pieces", defaultValue = "0", description = "that came back")
  private int pieces;

  @Option(names = "--amount", defaultValue = "", description = "of the goods, such as 1.50")
  private String amount = "";

  @Option(names = "--shelf-price", defaultValue = "", description = "what the shelf asked")
  private String shelfPrice = "";

  @Option(names = "--reason", defaultValue = "damaged", description = "such as damaged")
  private String reason = "damaged";

  @Option(names = "--by", defaultValue = "", description = "who allows it, by name")
  private String staff = "";

  @Option(names = "--id", defaultValue = "", description = "the same id is the same refund")
  private String id = "";

  @Option(names = "--lang", defaultValue = "en", description = "of the slip: en, de, fr, es")
  private String language = "en";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "standard output is one JSON object a line")
  private boolean json;

  public static void main(String[] args) {
    System.exit(StaffCommand.run("refund", new RefundMain(), args));
  }

  @Override
  public Integer call() {
    PrintWriter errors = spec.commandLine().getErr();
    try {
      GateConfig read = GateConfigFile.read(config);
      Assortment shop = CatalogueFile.open(read.catalogue());
      StoreRules rules =
          read.rules().isPresent()
              ? PriceList.of(read.rules().get(), shop).rules()
              : StoreRules.pricesOf(shop.catalogue());
      try (Ledger ledger = read.ledger().open()) {
        return run(ledger, new Refunds(ledger, rules, InstantSource.system()), rules.zone());
      }
    } catch (BadGateConfigException
        | BadCatalogueException
        | BadJsonException
        | RefusedRefundException e) {
      errors.println(e.getMessage());
      return StaffCommand.BAD_INPUT;
    } catch (IOException e) {
      errors.println(e.getMessage());
      return StaffCommand.FAILED;
    }
  }

  private int run(Ledger ledger, Refunds refunds, ZoneId zone) throws IOException {
    SettlementRow row =
        ledger
            .findReceipt(receipt)
            .orElseThrow(
                () -> bad("--receipt", receipt, "the number of a receipt that this gate gave"));
    if (line == 0) {
      list(row, ledger.findPaid(row.intent().key()).orElseThrow());
      return 0;
    }
    RefundSlip slip = refund(refunds, row);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          JsonNodeFactory.instance
              .objectNode()
              .put("event", "refund")
              .put("receipt", receipt)
              .put("line", line)
              .put("back", money(slip.totalMinor(), row).toDecimal())
              .put("currency", row.intent().currency()));
    } else {
      out.print(RefundText.render(slip, Locale.forLanguageTag(language), zone));
    }
    out.flush();
    return 0;
  }

  private RefundSlip refund(Refunds refunds, SettlementRow row) throws IOException {
    if (staff.isBlank()) {
      throw bad("--by", "nothing", "the name of who allows it");
    }
    RefundReason why =
        RefundReason.of(reason)
            .orElseThrow(() -> bad("--reason", reason, "one of " + List.of(reasons())));
    String refundId = id.isBlank() ? "F-" + UUID.randomUUID() : id;
    Refunds.Leave leave = new Refunds.Leave(refundId, why, staff);
    if (!shelfPrice.isBlank()) {
      Refunds.Leave accuracy = new Refunds.Leave(refundId, RefundReason.PRICE_ACCURACY, staff);
      long shelf = minor("--shelf-price", shelfPrice, row);
      return refunds.priceWasLower(receipt, line - 1, shelf, accuracy);
    }
    return amount.isBlank()
        ? refunds.returned(receipt, line - 1, pieces, leave)
        : refunds.reduced(receipt, line - 1, minor("--amount", amount, row), leave);
  }

  private void list(SettlementRow row, PaidBill paid) {
    PrintWriter out = spec.commandLine().getOut();
    for (int i = 0; i < paid.lines().size(); i++) {
      ReceiptLine bought = row.intent().lines().get(i);
      long left = paid.lines().get(i).portions().stream().mapToLong(it -> it.minor()).sum();
      if (json) {
        out.println(
            JsonNodeFactory.instance
                .objectNode()
                .put("event", "line")
                .put("line", i + 1)
                .put("name", bought.name())
                .put("pieces", paid.lines().get(i).pieces())
                .put("left", money(left, row).toDecimal()));
        continue;
      }
      out.printf(
          "%3d  %d of %d × %s, %s%n",
          i + 1, paid.lines().get(i).pieces(), bought.pieces(), bought.name(), money(left, row));
    }
    out.flush();
  }

  private static Money money(long minor, SettlementRow row) {
    return new Money(minor, Currency.getInstance(row.intent().currency()));
  }

  private static long minor(String option, String text, SettlementRow row)
      throws RefusedRefundException {
    try {
      return Money.parse(text, Currency.getInstance(row.intent().currency())).minor();
    } catch (IllegalArgumentException e) {
      throw bad(option, text, "an amount such as 1.50");
    }
  }

  private static String reasons() {
    return String.join(
        ", ", java.util.Arrays.stream(RefundReason.values()).map(RefundReason::word).toList());
  }

  private static RefusedRefundException bad(String option, String found, String wanted) {
    Optional<String> what = Optional.of(found).filter(it -> !it.isBlank());
    return new RefusedRefundException(
        CardNumbers.masked(
            "%s: found %s; expected %s".formatted(option, what.orElse("nothing"), wanted)));
  }
}
