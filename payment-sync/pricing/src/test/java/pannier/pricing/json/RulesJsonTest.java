package pannier.pricing.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pannier.domain.catalogue.ProductId;
import pannier.pricing.UnpricedLine;
import pannier.pricing.assortment.Assortment;
import pannier.pricing.checkout.Checkout;
import pannier.pricing.checkout.Purchase;
import pannier.pricing.checkout.Reckoning;
import pannier.pricing.checkout.StoreRules;
import pannier.pricing.csv.CatalogueFile;

class RulesJsonTest {
  private static final String RULES =
      """
      {"zone":"America/Chicago","state":"TX","store":"Austin 1","tax_rounding":"invoice",
       "tax_rates":{"general":[{"rate":"0.0625","authority":"Texas"},
                               {"rate":"0.02","authority":"Austin","from":"2026-01-01"}]},
       "promotions":[{"kind":"percent","product":"soap","percent":10,"to":"2026-06-30"}]}
      """;

  @TempDir Path folder = Path.of(".");

  @Test
  void tablesApplyToTheCatalogueByTheStoresOwnDate() throws Exception {
    StoreRules rules = RulesJson.read(file(RULES), shop());

    // 04:00 in London on 1 July is still 30 June in Texas
    Instant night = Instant.parse("2026-07-01T03:00:00Z");
    assertEquals(LocalDate.of(2026, 6, 30), rules.day(night));
    assertEquals("2.44", total(rules, night)); // 2.25 + 8.25 %
    assertEquals("2.71", total(rules, Instant.parse("2026-07-01T12:00:00Z"))); // 2.50
    assertEquals("2.39", total(rules, Instant.parse("2025-12-31T12:00:00Z"))); // 2.25 + 6.25 %
  }

  @Test
  void loyaltyPricesAreForNumbersOfTheProgrammeAlone() throws Exception {
    StoreRules rules =
        RulesJson.read(
            file(
                RULES.replace(
                    "\"state\"",
                    "\"member_numbers\":[{\"begins\":\"98\",\"digits\":13,\"check\":\"gs1\"},"
                        + "{\"digits\":10,\"check\":\"luhn\"}],\"state\"")),
            shop());

    for (String member : List.of("9812345678905", "7992739871", "5555555556", "")) {
      assertFalse(rules.occasion(LocalDate.EPOCH, Set.of(), member).member(), member);
    }
    assertTrue(rules.occasion(LocalDate.EPOCH, Set.of(), "9812345678902").member());
    assertTrue(rules.occasion(LocalDate.EPOCH, Set.of(), "5555555555").member());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "tax_rates|taxrates|rules.json, tax_rates: found no 'general'; expected a rate for it",
        "\"tax_rounding\"|\"rounding\"|rules.json, rounding: found an unknown key; expected one of",
        "America/Chicago|Mars/Base|rules.json, zone: found \"Mars/Base\"; expected a time zone",
        "\"soap\"|\"soup\"|rules.json, promotions[0].product: found \"soup\"; expected a product",
        "\"zone\"|\"member_numbers\":[{\"digits\":3,\"check\":\"gs1\"}],\"zone\"|rules.json,"
            + " member_numbers[0].digits: found 3; expected how many digits such a number has, from 4 to 24",
        "\"zone\"|\"member_numbers\":[{\"digits\":9,\"check\":\"mod\"}],\"zone\"|rules.json,"
            + " member_numbers[0].check: found \"mod\"; expected \"gs1\"",
        "2026-06-30|soon|rules.json, promotions[0].to: found \"soon\"; expected a date",
      })
  void misspeltRuleIsAFault(String right, String wrong, String complaint) throws Exception {
    Path file = file(RULES.replace(right, wrong));
    BadJsonException bad = assertThrows(BadJsonException.class, () -> RulesJson.read(file, shop()));
    assertTrue(bad.getMessage().contains(complaint), bad.getMessage());
  }

  private static String total(StoreRules rules, Instant now) throws Exception {
    UnpricedLine soap = UnpricedLine.ofPieces(new ProductId("soap"), 1);
    Purchase purchase =
        new Purchase(
            List.of(new Purchase.Line(soap, Optional.empty())),
            List.of(),
            rules.occasion(rules.day(now), Set.of(), ""));
    Reckoning reckoning = Checkout.of(rules.book(), purchase);
    return reckoning.total().toDecimal();
  }

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("rules.json"), text);
  }

  private Assortment shop() throws Exception {
    Path csv =
        Files.writeString(
            folder.resolve("shop.csv"),
            """
            product,name,unit,price,currency,mass_g,mass_sd_g,tax
            soap,Soap,piece,2.50,USD,120,2,general
            """);
    return CatalogueFile.open(csv);
  }
}
