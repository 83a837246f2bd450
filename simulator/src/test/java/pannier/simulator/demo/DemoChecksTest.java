package pannier.simulator.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.ledger.Intent;
import pannier.gate.ledger.Ledger;
import pannier.gate.ledger.SqliteLedger;
import pannier.wire.Digest;
import pannier.wire.Receipt;
import pannier.wire.ReceiptLine;
import pannier.wire.ReceiptTender;
import pannier.wire.SettlementKey;

class DemoChecksTest {
  private static final SettlementKey KEY = new SettlementKey("t", 1);
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Digest ANY = new Digest("ab".repeat(32));
  private static final List<ReceiptLine> LINES =
      List.of(new ReceiptLine("tea", "Tea", 1, OptionalLong.empty(), 229, 229, 229, 0));

  private final Story story = new Story();

  @TempDir private Path folder;

  @BeforeEach
  void tellAWholeTrip() throws IOException {
    tell("{'event':'asked'}");
    tell("{'event':'answered'}");
    tell("{'event':'removed'}");
    tell("{'event':'bill','lines':[{'product':'tea','pieces':1}],'total_minor':229}");
    tell(
        "{'event':'receipt','receipt':'R-1','key':'t/1',"
            + "'lines':[{'product':'tea','pieces':1}],'total_minor':229}");
  }

  @Test
  void aTripThatAgreesEverywherePasses() throws IOException {
    tell("{'event':'truth','lines':[{'product':'tea','pieces':1}]}");
    settle();
    assertEquals(List.of(), failures());
  }

  @Test
  void aBillOverWhatIsNotInTheBasketFails() throws IOException {
    tell("{'event':'truth','lines':[{'product':'jam','pieces':1}]}");
    settle();
    assertEquals(List.of("bill and basket differ: [1 jam], [1 tea]"), failures());
  }

  @Test
  void anEmptyLedgerFails() throws IOException {
    tell("{'event':'truth','lines':[{'product':'tea','pieces':1}]}");
    SqliteLedger.open(ledger()).close();
    List<String> failures = failures();
    assertTrue(failures.get(0).contains("one settlement t/1, not 0"), failures.toString());
  }

  private List<String> failures() throws IOException {
    return new DemoChecks(story, ledger()).failures();
  }

  private Path ledger() {
    return folder.resolve("ledger.db");
  }

  private void settle() throws IOException {
    try (Ledger ledger = SqliteLedger.open(ledger())) {
      ledger.intend(new Intent(KEY, "cart", ANY, ANY, "EUR", LINES, 229, NOON));
      List<ReceiptTender> tenders = List.of(new ReceiptTender("card", 229, "s-1"));
      ledger.settle(new Receipt("R-1", "cart", KEY, NOON, ANY, "EUR", LINES, 229, tenders));
      ledger.opened(KEY, NOON);
    }
  }

  private void tell(String json) throws IOException {
    story.add(new ObjectMapper().readTree(json.replace('\'', '"')));
  }
}
