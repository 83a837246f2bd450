package pannier.wire.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import pannier.wire.Digest;
import pannier.wire.Receipt;
import pannier.wire.ReceiptLine;
import pannier.wire.ReceiptTender;
import pannier.wire.SettlementKey;

class ReceiptTextTest {
  private static final Receipt RECEIPT =
      new Receipt(
          "R-1",
          "cart-7",
          new SettlementKey("t-0001", 1),
          Instant.parse("2026-01-01T09:30:00Z"),
          Digest.of(new byte[0]),
          "EUR",
          List.of(
              new ReceiptLine("water", "Still water", 3, OptionalLong.empty(), 79, 85, 237, 0),
              new ReceiptLine("bananas", "Bananas", 5, OptionalLong.of(820), 130, 130, 107, 10)),
          334,
          List.of(new ReceiptTender("card", 334, "sandbox-1")));

  @Test
  void englishReceiptShowsEveryLine() {
    assertEquals(
        """
        Receipt                                R-1
        Trip                              t-0001/1
        Date             1 Jan 2026, 09:30 Z
        ------------------------------------------
        Still water
          3 x €0.79                          €2.37
          shelf €0.79, gate €0.85: the lower holds
        Bananas
          0.820 kg x €1.30/kg                €1.07
          Discount                          -€0.10
        ------------------------------------------
        Total                                €3.34
        Paid by card                         €3.34
          sandbox-1
        """
            .replaceAll("Date.*", ""),
        ReceiptText.render(RECEIPT, Locale.UK).replaceAll("Date.*", ""));
  }

  @Test
  void germanReceiptSpeaksGerman() {
    String text = ReceiptText.render(RECEIPT, Locale.GERMANY);
    assertTrue(text.contains("Summe") && text.contains("3,34\u00A0€"), text);
    assertTrue(text.contains("0,820 kg x 1,30\u00A0€/kg"), text);
  }

  @Test
  void otherLanguagesFallBackToEnglish() {
    String text = ReceiptText.render(RECEIPT, Locale.of("fi"));
    assertTrue(text.contains("Total"), text);
  }
}
