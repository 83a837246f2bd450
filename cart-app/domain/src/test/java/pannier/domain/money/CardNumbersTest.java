package pannier.domain.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {
  /** Test numbers that card schemes publish. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111111111111111",
        "card 4111 1111 1111 1111, thanks",
        "5555-5555-5555-4444",
        "378282246310005",
        "3782 822463 10005",
        "token:6011111111111117",
      })
  void cardNumberIsFoundAndMasked(String text) {
    assertTrue(CardNumbers.in(text));
    assertFalse(CardNumbers.masked(text).matches(".*\\d{4}.*"), CardNumbers.masked(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111111111111112", // the check digit is wrong
        "4006381333931", // GTIN-13
        "a4111111111111111b", // part of something longer, such as a digest
        "00000000000000000000",
        "trip-1763762400000",
        "41111111-1111-1111-9abc-123456789012", // a UUID whose first digits would check
      })
  void otherNumbersAreLeftAlone(String text) {
    assertFalse(CardNumbers.in(text));
    assertEquals(text, CardNumbers.masked(text));
  }

  @Test
  void restOfTheTextStays() {
    assertEquals("found **************** here", CardNumbers.masked("found 4111111111111111 here"));
  }
}
