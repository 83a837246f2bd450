package pannier.domain.trip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ShoppingTest {
  private static final String PRODUCTS =
      "water 521 3; soy 520 5; vanilla 520 5; apple 170 18; pear 180 20; milk 1035 5; grapes kg";

  private final Shop shop = Shop.of(PRODUCTS);

  @Test
  void whatIsSeenAndWeighedGoesIn() {
    assertPlays("added water 1 | water 1 | Shopping", shop, "2 in water:0.97 soy:0.01; 2.9 +521");
  }

  @Test
  void whatIsSeenAndWeighedComesOut() {
    assertPlays(
        "removed water 1 | water 2 | Shopping",
        shop.holding("water 3"),
        "2 -521; 2.3 out water:0.4 soy:0.1 ?:0.3");
  }

  @Test
  void twoInOneMoveAreTwoPieces() {
    assertPlays(
        "removed water 2 | water 1 | Shopping",
        shop.holding("water 3"),
        "2 -1042; 2.2 out x2 water:0.9");
    assertPlays(
        "removed water 2 | water 1 | Shopping",
        shop.holding("water 3"),
        "2 -1042; 2.2 out water:0.9; 2.3 out water:0.8");
  }

  @Test
  void twoItemsOneAfterAnotherWithinASecondAreTwoLines() {
    assertPlays(
        "added water 1; added apple 1 | apple 1, water 1 | Shopping",
        shop,
        "2 in water:0.9; 2.6 in apple:0.9; 2.5 +521; 3.2 +175");
  }

  @Test
  void twoItemsAtOnceAreTwoLines() {
    assertPlays(
        "added apple 1; added water 1 | apple 1, water 1 | Shopping",
        shop,
        "2 in water:0.9; 2.1 in apple:0.9; 2.5 +696");
  }

  @Test
  void equalWeightIsToldByThePicture() {
    assertPlays("added soy 1 | soy 1 | Shopping", shop, "2 in soy:0.97 vanilla:0.01; 2.6 +520");
  }

  @Test
  void lookAlikesOfEqualWeightAreAskedAbout() {
    Shop.Outcome outcome =
        assertPlays(
            "asked in 1 soy/vanilla | | Asking", shop, "2 in soy:0.53 vanilla:0.45; 2.6 +520");
    assertEquals(1, outcome.state().open().size());
    assertPlays(
        "asked in 1 soy/vanilla; resolved 1; added vanilla 1 | vanilla 1 | Shopping",
        shop,
        "2 in soy:0.53 vanilla:0.45; 2.6 +520; 9 answer 1 vanilla");
  }

  static Shop.Outcome assertPlays(String expected, Shop shop, String scenario) {
    Shop.Outcome outcome = shop.play(scenario);
    String said = outcome.toString().replace("|  |", "| |");
    assertEquals(expected, said.strip());
    return outcome;
  }
}
