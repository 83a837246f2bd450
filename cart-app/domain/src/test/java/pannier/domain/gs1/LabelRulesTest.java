package pannier.domain.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pannier.domain.mass.Mass;
import pannier.domain.money.Money;

class LabelRulesTest {
  private static final Currency POUND = Currency.getInstance("GBP");

  private final LabelRules rules =
      new LabelRules(
          POUND,
          List.of(
              new RestrictedRule("20IIIIIVPPPPC", 2),
              new RestrictedRule("21IIIIVPPPPPC", 2),
              new RestrictedRule("29IIIIIWWWWWC", 3),
              new RestrictedRule("02IIIIIPPPPPC", 2)));

  /** The two examples of GS1 General Specifications, sections 7.9.3 and 7.9.4. */
  @Test
  void theCheckDigitsOfPricesAreThoseOfGs1() {
    for (char digit = '0'; digit <= '9'; digit++) {
      assertEquals(digit == '9', PriceCheckDigit.isRight("2875", digit));
      assertEquals(digit == '6', PriceCheckDigit.isRight("14685", digit));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "201234592875, 2012345, 28.75", // inner check digit 9
    "211234614685, 211234, 146.85", // inner check digit 6
    "021234501299, 0212345, 12.99" // none
  })
  void pricesAreReadOutOfTheShopsOwnNumbers(String body, String item, String price) {
    ItemLabel label = rules.number(withCheckDigit(body)).orElseThrow();
    assertEquals(item, label.item());
    assertEquals(Optional.of(Money.parse(price, POUND)), label.price());
    assertEquals(Optional.empty(), label.netMass());
  }

  @Test
  void aUpcWithAPriceIsTheSameWithoutItsLeadingZero() {
    String number = withCheckDigit("021234501299");
    assertEquals(rules.number(number), rules.number(number.substring(1)));
  }

  @Test
  void massesAreReadOutOfTheShopsOwnNumbers() {
    ItemLabel label = rules.number(withCheckDigit("291234501250")).orElseThrow();
    assertEquals("2912345", label.item());
    assertEquals(Optional.of(Mass.ofGrams(1250)), label.netMass());
  }

  @Test
  void aWrongCheckDigitWithinOrAtTheEndOrAnotherPrefixGivesNothing() {
    assertEquals(Optional.empty(), rules.number(withCheckDigit("201234582875")));
    assertEquals(Optional.empty(), rules.number("2012345928750"));
    assertEquals(Optional.empty(), rules.number(withCheckDigit("221234592875")));
    assertEquals(Optional.empty(), rules.number("96385074"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "30IIIIIVPPPPC", // no restricted prefix
        "20IIIIIVPPPP", // too short
        "20IIIIIVPPPPP", // no check digit
        "20IIPIIVPPPPC", // price in two pieces
        "20IIIIIPPWWWC", // price and mass
        "20IIIIVVPPPPC", // two inner check digits
        "20IIIVPPPPPPC" // no rule for six digits
      })
  void patternsThatSayNothingClearAreRefused(String pattern) {
    assertThrows(IllegalArgumentException.class, () -> new RestrictedRule(pattern, 2));
  }

  @Test
  void applicationIdentifiersGiveMassPriceAndDate() {
    var elements =
        ElementString.parseBracketed("(01)90012345678908(3103)001750(3922)1299(15)270131")
            .orElseThrow();
    ItemLabel label = rules.elements(elements, 2026).orElseThrow();
    assertEquals("90012345678908", label.item());
    assertEquals(Optional.of(Mass.ofGrams(1750)), label.netMass());
    assertEquals(Optional.of(Money.parse("12.99", POUND)), label.price());
    assertEquals(Optional.of(LocalDate.of(2027, 1, 31)), label.bestBefore());
  }

  @ParameterizedTest
  @CsvSource({
    "(3932)8261299, 12.99", // pounds sterling are 826
    "(3932)9781299, ", // euros
    "(3923)12995, ", // half a penny
    "(3920)13, 13.00",
    "(3923)12990, 12.99"
  })
  void pricesOfAnotherCurrencyOrOfPartsOfACoinAreLeftOut(String element, String price) {
    var elements = ElementString.parseBracketed("(01)90012345678908" + element).orElseThrow();
    assertEquals(
        Optional.ofNullable(price).map(decimal -> Money.parse(decimal, POUND)),
        rules.elements(elements, 2026).orElseThrow().price());
  }

  @ParameterizedTest
  @CsvSource({"991231, 1999-12-31", "760200, 2076-02-29", "770105, 1977-01-05", "260231, "})
  void centuriesAreThoseOfGs1AndDayNoughtEndsTheMonth(String date, LocalDate expected) {
    var elements = ElementString.parseBracketed("(01)90012345678908(15)" + date).orElseThrow();
    assertEquals(
        Optional.ofNullable(expected), rules.elements(elements, 2026).orElseThrow().bestBefore());
  }

  @Test
  void linksCarryTheSame() {
    var elements =
        ElementString.parseLink(
                "https://shop.example/p/01/9501101530003/10/A%2F7?3103=000520&lang=en&15=270131")
            .orElseThrow();
    assertEquals("(01)09501101530003(10)A/7(3103)000520(15)270131", elements.toString());
    assertEquals(
        Optional.empty(), ElementString.parseLink("https://shop.example/01/9501101530003?15=99"));
  }

  @Test
  void pluNumbersAreFourDigitsOrFiveWithAPrefix() {
    assertFalse(Plu.parse(" 4011 ").orElseThrow().isOrganic());
    assertTrue(Plu.parse("94011").orElseThrow().isOrganic());
    assertEquals(Optional.empty(), Plu.parse("5011"));
    assertEquals(Optional.empty(), Plu.parse("74011"));
    assertEquals(Optional.empty(), Plu.parse("401"));
  }

  private static String withCheckDigit(String digits) {
    for (int last = 0; last < 10; last++) {
      if (CheckDigit.isRight(digits + last)) {
        return digits + last;
      }
    }
    throw new AssertionError(digits);
  }
}
