package pannier.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import pannier.gate.ledger.Intent;
import pannier.gate.ledger.LedgerReport;
import pannier.gate.ledger.SettlementRow;
import pannier.gate.ledger.SettlementState;

/** Whether basket, bill, receipt and ledger say the same, and the trip went as scripted. */
final class DemoChecks {
  private final Story story;
  private final Path ledger;
  private final List<String> failed = new ArrayList<>();

  DemoChecks(Story story, Path ledger) {
    this.story = story;
    this.ledger = ledger;
  }

  /**
   * What is wrong; nothing if all is well.
   *
   * @throws IOException if the ledger cannot be read
   */
  List<String> failures() throws IOException {
    Optional<JsonNode> bill = story.last("bill");
    Optional<JsonNode> receipt = story.last("receipt");
    Optional<JsonNode> truth = story.last("truth");
    if (bill.isEmpty() || receipt.isEmpty() || truth.isEmpty()) {
      failed.add("the trip did not come to a bill and a receipt");
      return failed;
    }
    same("bill and basket", lines(truth.get()), lines(bill.get()));
    same("receipt and bill", lines(bill.get()), lines(receipt.get()));
    same("totals of bill and receipt", total(bill.get()), total(receipt.get()));
    script();
    ledger(receipt.get());
    return failed;
  }

  private void script() {
    int asked = story.list("asked").size();
    require("a question is asked", asked >= 1);
    require("each question is answered", story.list("answered").size() == asked);
    require("something is taken out", !story.list("removed").isEmpty());
    require("nothing is held", story.list("held").isEmpty());
  }

  private void ledger(JsonNode receipt) throws IOException {
    try (LedgerReport report = LedgerReport.open(ledger)) {
      String key = receipt.path("key").asText();
      List<SettlementRow> rows =
          report.settlements().stream()
              .filter(row -> row.intent().key().toString().equals(key))
              .toList();
      require(
          "the ledger holds one settlement %s, not %d".formatted(key, rows.size()),
          rows.size() == 1);
      for (SettlementRow row : rows) {
        same("ledger's state", SettlementState.SETTLED, row.state());
        same("ledger's receipt", Optional.of(receipt.path("receipt").asText()), row.receiptId());
        same("ledger's total", total(receipt), row.intent().totalMinor());
        same("ledger's lines", lines(receipt), lines(row.intent()));
        require("the barrier opened", row.openedAt().isPresent());
      }
      long sum = report.balances().values().stream().mapToLong(Long::longValue).sum();
      same("sum of the accounts", 0L, sum);
    }
  }

  private void require(String what, boolean holds) {
    if (!holds) {
      failed.add("not so: " + what);
    }
  }

  private void same(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      failed.add("%s differ: %s, %s".formatted(what, expected, found));
    }
  }

  private static long total(JsonNode event) {
    return event.path("total_minor").asLong();
  }

  private static Set<String> lines(JsonNode event) {
    Set<String> lines = new TreeSet<>();
    for (JsonNode line : event.path("lines")) {
      lines.add(line.path("pieces").asInt() + " " + line.path("product").asText());
    }
    return lines;
  }

  private static Set<String> lines(Intent intent) {
    Set<String> lines = new TreeSet<>();
    intent.lines().forEach(line -> lines.add(line.pieces() + " " + line.product()));
    return lines;
  }
}
