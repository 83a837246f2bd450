package pannier.domain.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pannier.domain.evidence.Code.Symbology;

class CodeTest {
  @ParameterizedTest
  @CsvSource({
    "EAN_13, 4006381333931, 04006381333931",
    "EAN_8, 96385074, 00000096385074",
    "UPC_A, 036000291452, 00036000291452",
    "UPC_E, 04252614, 00042100005264",
    "GS1_DATABAR, 09501101530003, 09501101530003",
    "GS1_128, (01)09501101530003(3103)000520, 09501101530003",
    "GS1_DATABAR_EXPANDED, (01)90012345678908(3103)001750, 90012345678908",
    "QR, https://id.gs1.org/01/09501101530003?15=270131, 09501101530003",
    "QR, https://shop.example/p/01/9501101530003/10/LOT, 09501101530003",
  })
  void tradeItemNumbersAreFoundWhereverTheyStand(Symbology symbology, String text, String gtin) {
    assertEquals(Optional.of(gtin), new Code(symbology, text).gtin());
  }

  @ParameterizedTest
  @CsvSource({
    "EAN_13, 4006381333932",
    "UPC_E, 0425261",
    "GS1_128, (00)106141412345678908",
    "GS1_128, (02)09501101530003(37)12",
    "QR, https://shop.example/offers/0109501101530003",
    "QR, WIFI:S:shop;;",
    "QR, https://id.gs1.org/01/09501101530004",
  })
  void whatCarriesNoneOrAWrongOneGivesNone(Symbology symbology, String text) {
    assertEquals(Optional.empty(), new Code(symbology, text).gtin());
  }
}
