package pannier.simulator.shopper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Direction;
import pannier.simulator.shop.DemoShop;
import pannier.simulator.world.SimulatedWorld;
import pannier.simulator.world.WorldSpec;
import pannier.vision.natives.NativesException;
import pannier.vision.opencv.OpenCv;

class ShopperTest {
  private static final long SECOND = 1_000_000_000L;

  @BeforeAll
  static void load() throws NativesException {
    OpenCv.load();
  }

  @Test
  void theDemonstrationLeavesFourThingsInTheBasket() {
    try (SimulatedWorld world = world()) {
      Shopper shopper = new Shopper(world, DemoTrip.script());
      shopper.advanceTo(40 * SECOND);
      assertTrue(shopper.finished());
      assertEquals(6, world.crossings().size());
      assertEquals(
          Map.of(
              new ProductId("alma-oat-drink-1l"),
              1,
              new ProductId("terra-honey-500g"),
              1,
              DemoShop.TEA_MINT,
              1,
              new ProductId("alma-whole-milk-1.5l"),
              1),
          world.basket());
    }
  }

  @Test
  void questionsAreAnsweredWithTheTruth() {
    try (SimulatedWorld world = world()) {
      Shopper shopper = new Shopper(world, DemoTrip.script());
      shopper.advanceTo(17 * SECOND);
      List<ProductId> teas = List.of(DemoShop.TEA_VERBENA, DemoShop.TEA_MINT);
      assertEquals(Optional.of(DemoShop.TEA_MINT), shopper.answer(Direction.IN, 16 * SECOND, teas));
      assertEquals(
          Optional.empty(),
          shopper.answer(Direction.IN, 16 * SECOND, List.of(DemoShop.TEA_VERBENA)));
    }
  }

  @Test
  void payAndExitAreTouchedOnceAndInTime() {
    try (SimulatedWorld world = world()) {
      Shopper shopper =
          new Shopper(world, List.of(new Deed.Exit(9 * SECOND), new Deed.Pay(5 * SECOND)));
      shopper.advanceTo(4 * SECOND);
      assertEquals(List.of(), shopper.drainTouched());
      shopper.advanceTo(6 * SECOND);
      assertEquals(List.of(new Deed.Pay(5 * SECOND)), shopper.drainTouched());
      shopper.advanceTo(10 * SECOND);
      assertEquals(List.of(new Deed.Exit(9 * SECOND)), shopper.drainTouched());
    }
  }

  private static SimulatedWorld world() {
    return new SimulatedWorld(
        new WorldSpec(
            DemoShop.articles(), List.of(), pannier.simulator.scale.Converter.HX711_10_KG, 1));
  }
}
