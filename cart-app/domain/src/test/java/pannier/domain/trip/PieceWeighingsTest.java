package pannier.domain.trip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a trip teaches of masses. */
class PieceWeighingsTest {
  private static final String PAYS = "; 12 pay; 13 exit; 14 settled 1";
  private final Shop shop = Shop.of("water 521 3; soy 560 5; wine 1250 8");

  @Test
  void whatWasSeenWeighedAndPaidIsTold() {
    assertEquals(
        List.of("water 1 525", "soy 1 560"),
        shop.weighings("2 in water:0.97; 2.5 +525; 6 in soy:0.97; 6.5 +560" + PAYS));
  }

  @Test
  void nothingIsToldOfATripThatIsNotPaid() {
    assertEquals(List.of(), shop.weighings("2 in water:0.97; 2.5 +525; 12 pay"));
  }

  @Test
  void whatCameOutAgainIsNot() {
    assertEquals(
        List.of("soy 1 560"),
        shop.weighings(
            "2 in water:0.97; 2.5 +525; 5 in soy:0.97; 5.5 +560; 8 out water:0.97; 8.4 -525"
                + PAYS));
  }

  @Test
  void aNewPackThatStaffNamedIs() {
    assertEquals(
        List.of("water 1 470"),
        shop.weighings("2 in ?:0.97 water:0.02; 2.5 +470; 8 help; 9 names 1 water anew" + PAYS));
  }

  @Test
  void whatAShopperWasAskedAboutIsToldAsFarAsTheWeightAgrees() {
    Shop alike = Shop.of("soap 560 6; wash 561 6");
    assertEquals(
        List.of("soap 1 560"),
        alike.weighings("2 in soap:0.5 wash:0.45; 2.5 +561; 8 answer 1 soap" + PAYS));
  }
}
