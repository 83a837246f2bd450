package pannier.app.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.mass.Mass;
import pannier.domain.mass.MassSpread;
import pannier.domain.money.Money;
import pannier.payment.cart.Wanted;
import pannier.payment.cart.outbox.Message;
import pannier.wire.Digest;
import pannier.wire.DocumentName;
import pannier.wire.LearntMass;
import pannier.wire.MalformedMessageException;
import pannier.wire.MassCodec;

class StoreMassesTest {
  private static final ProductId TEA = new ProductId("tea");
  private static final MassSpread SAID = new MassSpread(Mass.ofGrams(500), 3);
  private static final Catalogue SHOP = shop();

  @TempDir Path data = Path.of(".");

  private static Catalogue shop() {
    Currency eur = Currency.getInstance("EUR");
    Product tea =
        new Product(TEA, "Tea", SaleUnit.PIECE, new Money(199, eur), SAID, List.of("40111"));
    return new Catalogue(eur, List.of(tea));
  }

  private static byte[] document(long milligrams) {
    return MassCodec.encode(
        List.of(
            new LearntMass("tea", milligrams, 2_700), new LearntMass("not sold any more", 1, 0)));
  }

  private MassSpread weighs() {
    return StoreMasses.in(data).learntBy(SHOP).get(TEA).pieceMass();
  }

  @Test
  void whatWasLearntStandsInForTheCataloguesMassAndForNothingElse() throws IOException {
    assertEquals(SAID, weighs());
    StoreMasses.in(data).keep(document(450_500));
    assertEquals(new MassSpread(Mass.ofGrams(450.5), 2.7), weighs());
    Product learnt = StoreMasses.in(data).learntBy(SHOP).findByCode("40111").orElseThrow();
    assertEquals(SHOP.get(TEA).price(), learnt.price());
  }

  @Test
  void aDocumentThatIsNoneChangesNothing() throws IOException {
    StoreMasses.in(data).keep(document(450_500));
    byte[] broken = {1, 2, 3};
    assertThrows(MalformedMessageException.class, () -> StoreMasses.in(data).keep(broken));
    assertEquals(450.5, weighs().mean().grams());
  }

  @Test
  void aDamagedFileIsNotWeighedBy() throws IOException {
    Files.write(data.resolve("masses.cbor"), new byte[] {7});
    assertEquals(SAID, weighs());
  }

  @Test
  void onlyAnotherVersionIsAskedForAndOnlyItsDifference() throws IOException {
    StoreMasses masses = StoreMasses.in(data);
    byte[] first = document(450_500);
    assertEquals(
        Optional.of(new Wanted.Document(DocumentName.MASSES, Optional.empty())),
        masses.wanted(Digest.of(first)));
    masses.keep(first);
    assertEquals(Optional.empty(), masses.wanted(Digest.of(first)));
    assertEquals(
        Optional.of(new Wanted.Document(DocumentName.MASSES, Optional.of(new Message(first)))),
        masses.wanted(Digest.of(document(450_000))));
  }
}
