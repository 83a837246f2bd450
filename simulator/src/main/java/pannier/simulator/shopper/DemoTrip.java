package pannier.simulator.shopper;

import java.util.List;
import java.util.Optional;
import pannier.domain.catalogue.ProductId;
import pannier.simulator.hand.Grip;
import pannier.simulator.hand.Style;
import pannier.simulator.shop.DemoShop;

/** The demonstration's trip: five products in, one of them out again, pay, exit. */
public final class DemoTrip {
  private DemoTrip() {}

  /** The script; it lasts about half a minute. */
  public static List<Deed> script() {
    return List.of(
        put(4.0, "alma-oat-drink-1l"),
        put(8.0, "krax-paprika-175g"),
        put(12.0, "terra-honey-500g"),
        new Deed.Put(nanos(16.0), DemoShop.TEA_MINT, Optional.of(markHidden())),
        put(20.0, "alma-whole-milk-1.5l"),
        new Deed.Take(nanos(25.0), new ProductId("krax-paprika-175g"), Optional.empty()),
        new Deed.Pay(nanos(29.5)),
        new Deed.Exit(nanos(32.0)));
  }

  /** The back faces the camera: what tells the two teas apart is printed on the front. */
  private static Style markHidden() {
    return new Style(new Grip.Hold(Grip.Way.LEFT, 0.03), Math.toRadians(172), 0.3, 0.05, 1);
  }

  private static Deed put(double seconds, String product) {
    return new Deed.Put(nanos(seconds), new ProductId(product), Optional.empty());
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }
}
