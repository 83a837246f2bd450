package pannier.wire.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pannier.wire.Charges;
import pannier.wire.Digest;
import pannier.wire.LineCharges;
import pannier.wire.Receipt;
import pannier.wire.ReceiptLine;
import pannier.wire.ReceiptTax;
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

  /** Cola taxed at 8.25 % but for the 1.00 that benefits paid of it, with 0.10 of deposit. */
  private static final Receipt SPLIT =
      new Receipt(
          "R-2",
          "cart-7",
          new SettlementKey("t-0002", 1),
          Instant.parse("2026-01-01T09:30:00Z"),
          Digest.of(new byte[0]),
          "USD",
          List.of(
              new ReceiptLine(
                  "cola",
                  "Cola",
                  2,
                  OptionalLong.empty(),
                  199,
                  199,
                  398,
                  0,
                  new LineCharges(82_500_000, 25, 10, 100))),
          433,
          List.of(
              new ReceiptTender("snap", 100, "sandbox-1"),
              new ReceiptTender("card", 333, "sandbox-2")),
          new Charges(List.of(new ReceiptTax(82_500_000, 298, 25)), false, 10));

  @Test
  void taxDepositAndBenefitsAreExplained() {
    assertEquals(
        """
        Cola
          2 x $1.99                          $3.98
          Deposit                            $0.10
          paid by food benefits            ($1.00)
        ------------------------------------------
        Subtotal                             $3.98
        Deposits                             $0.10
        Tax 8.25% on $2.98                   $0.25
        Total                                $4.33
        Paid by food benefits                $1.00
          sandbox-1
        Paid by card                         $3.33
          sandbox-2
        """,
        ReceiptText.render(SPLIT, Locale.US).replaceAll("(?s)^.*?-{42}\n", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "es", "fr"})
  void everyLanguageHasEveryWord(String language) throws Exception {
    Properties english = words("");
    Properties other = words("_" + language);
    assertEquals(english.stringPropertyNames(), other.stringPropertyNames());
    assertTrue(other.values().stream().noneMatch(word -> word.toString().isBlank()));
    for (String key : english.stringPropertyNames()) {
      assertEquals(places(english, key), places(other, key), key);
    }
  }

  @ParameterizedTest
  @CsvSource({"DE,Steuer", "FR,Taxe", "ES,Impuesto", "US,Tax"})
  void taxesAreNamedInEachLanguage(String country, String word) {
    Locale locale =
        country.equals("US") ? Locale.US : Locale.of(country.toLowerCase(Locale.ROOT), country);
    String text = ReceiptText.render(SPLIT, locale);
    assertTrue(text.contains(word), text);
    assertTrue(text.contains(country.equals("US") ? "8.25%" : "8,25"), text);
  }

  @Test
  void jsonHasTheSameAmounts() throws Exception {
    JsonNode json = new ObjectMapper().readTree(ReceiptJson.write(SPLIT));

    assertEquals("4.33", json.get("total").textValue());
    assertEquals("0.25", json.get("tax").textValue());
    assertEquals("0.0825", json.at("/taxes/0/rate").textValue());
    assertEquals("2.98", json.at("/taxes/0/base").textValue());
    assertEquals("1.00", json.at("/lines/0/benefits").textValue());
    assertEquals("snap", json.at("/tenders/0/kind").textValue());
  }

  private static Properties words(String suffix) throws Exception {
    Properties words = new Properties();
    String name = "/pannier/wire/receipt/words" + suffix + ".properties";
    try (InputStream file = ReceiptTextTest.class.getResourceAsStream(name)) {
      words.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
    }
    return words;
  }

  /** How many values a text takes. */
  private static long places(Properties words, String key) {
    return words.getProperty(key).chars().filter(it -> it == '{').count();
  }
}
