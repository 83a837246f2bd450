package pannier.domain.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementStringTest {
  private static final char SEPARATOR = 29;

  @Test
  void fixedAndVariableDataAreTakenApart() {
    var parsed =
        ElementString.parse("0109501101530003" + "10ABC" + SEPARATOR + "15270131" + "3103000520")
            .orElseThrow();
    assertEquals("(01)09501101530003(10)ABC(15)270131(3103)000520", parsed.toString());
    assertEquals(Optional.of("000520"), parsed.find("3103"));
    assertEquals(Optional.empty(), parsed.find("17"));
  }

  @Test
  void whatWasWrittenForPeopleReadsBackTheSame() {
    String text = "(01)90012345678908(3922)1299(15)270131";
    assertEquals(text, ElementString.parseBracketed(text).orElseThrow().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing
        "0109501101530004", // wrong check digit
        "01095011015300", // too short
        "15271331", // month 13
        "3103 00520", // not a number
        "8412", // no such identifier
        "10" // no data
      })
  void malformedDataIsNotRead(String raw) {
    assertEquals(Optional.empty(), ElementString.parse(raw));
  }

  /** The examples of GS1 General Specifications. */
  @Test
  void checkDigitsAreThoseOfGs1() {
    assertTrue(CheckDigit.isRight("6291041500213"));
    assertTrue(CheckDigit.isRight("00012345600012"));
    assertFalse(CheckDigit.isRight("6291041500214"));
    assertFalse(CheckDigit.isRight("62910415x0213"));
    assertFalse(CheckDigit.isRight(""));
  }
}
