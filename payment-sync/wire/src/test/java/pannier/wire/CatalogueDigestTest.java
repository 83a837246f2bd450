package pannier.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.mass.Mass;
import pannier.domain.mass.MassSpread;
import pannier.domain.money.Money;

class CatalogueDigestTest {
  private static final Currency EUR = Currency.getInstance("EUR");

  @Test
  void orderOfProductsDoesNotMatterButPricesDo() {
    Product milk = product("milk", 119);
    Product eggs = product("eggs", 200);
    Digest digest = digest(milk, eggs);

    assertEquals(digest, digest(eggs, milk));
    assertNotEquals(digest, digest(eggs, product("milk", 120)));
    assertNotEquals(digest, digest(eggs));
  }

  @Test
  void whatPiecesWeighIsLearntAndNamesNoOtherCatalogue() {
    Catalogue shop = new Catalogue(EUR, List.of(product("milk", 119)));
    MassSpread learnt = new MassSpread(Mass.ofGrams(987), 1);
    assertEquals(
        CatalogueDigest.of(shop),
        CatalogueDigest.of(shop.weighing(Map.of(new ProductId("milk"), learnt))));
  }

  private static Digest digest(Product... products) {
    return CatalogueDigest.of(new Catalogue(EUR, List.of(products)));
  }

  private static Product product(String id, long minor) {
    return new Product(
        new ProductId(id),
        id,
        SaleUnit.PIECE,
        new Money(minor, EUR),
        new MassSpread(Mass.ofGrams(1000), 2),
        List.of());
  }
}
