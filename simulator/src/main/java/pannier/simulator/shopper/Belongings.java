package pannier.simulator.shopper;

import java.util.List;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.mass.Mass;
import pannier.domain.mass.MassSpread;
import pannier.domain.money.Money;
import pannier.simulator.art.Colour;
import pannier.simulator.art.Livery;
import pannier.simulator.body.Bag;
import pannier.simulator.body.Body;
import pannier.simulator.body.Box;
import pannier.simulator.shop.Article;
import pannier.simulator.shop.ShopFiles;

/** What shoppers carry with them; the shop does not sell it. */
final class Belongings {
  private Belongings() {}

  /** A folded cotton bag with something in it. */
  static Article bag() {
    return own("own-bag", 420, 160, new Bag(0.2, 0.08, 0.22), 0x3E4A3A);
  }

  /** A telephone in its case. */
  static Article phone() {
    return own("own-phone", 190, 20, new Box(0.075, 0.012, 0.155, 0), 0x1A1A1E);
  }

  private static Article own(String id, double grams, double spread, Body body, int colour) {
    Colour cloth = Colour.of(colour);
    Product product =
        new Product(
            new ProductId(id),
            id,
            SaleUnit.PIECE,
            new Money(0, ShopFiles.EURO),
            new MassSpread(Mass.ofGrams(grams), spread),
            List.of());
    Livery plain =
        new Livery(
            new Livery.Brand("", cloth, cloth, Livery.Face.PLAIN),
            new Livery.Words("", "", ""),
            new Livery.Palette(cloth, cloth, cloth, cloth, cloth),
            Livery.Pattern.PLAIN,
            Livery.Picture.NONE);
    return new Article(product, body, plain);
  }
}
