package pannier.app.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tinylog.Logger;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.ProductId;
import pannier.domain.mass.Mass;
import pannier.domain.mass.MassSpread;
import pannier.payment.cart.Wanted;
import pannier.payment.cart.outbox.Message;
import pannier.wire.Digest;
import pannier.wire.DocumentName;
import pannier.wire.LearntMass;
import pannier.wire.MassCodec;
import pannier.wire.key.OwnFile;

/**
 * What the store's carts learnt of its products' masses, in a file of this cart. It weighs by it
 * from its next start; a trip keeps the masses that it began with.
 */
public final class StoreMasses {
  private final Path file;

  private StoreMasses(Path file) {
    this.file = file;
  }

  /** In the cart's folder, which is there. */
  public static StoreMasses in(Path data) {
    return new StoreMasses(data.resolve("masses.cbor"));
  }

  /** The shop's catalogue with what was learnt; as it is where nothing was, or cannot be read. */
  public Catalogue learntBy(Catalogue shop) {
    Map<ProductId, MassSpread> masses = new HashMap<>();
    try {
      for (LearntMass mass : MassCodec.decodeMasses(Files.readAllBytes(file))) {
        masses.put(
            new ProductId(mass.product()),
            new MassSpread(
                Mass.ofMilligrams(mass.milligrams()),
                Mass.ofMilligrams(mass.spreadMilligrams()).grams()));
      }
    } catch (NoSuchFileException e) {
      return shop; // nothing was learnt yet
    } catch (IOException e) {
      Logger.warn("{} is not used, the catalogue's masses are: {}", file, e.getMessage());
      return shop;
    }
    return shop.weighing(masses);
  }

  /** What to ask for when the store says that this version holds; empty if it is here. */
  Optional<Wanted> wanted(Digest holds) {
    Optional<byte[]> have = have();
    return have.map(Digest::of).filter(holds::equals).isPresent()
        ? Optional.empty()
        : Optional.of(new Wanted.Document(DocumentName.MASSES, have.map(Message::new)));
  }

  private Optional<byte[]> have() {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * A version came.
   *
   * @throws IOException if it cannot be read, or written; the one before stays then
   */
  void keep(byte[] document) throws IOException {
    MassCodec.decodeMasses(document);
    OwnFile.write(file, document);
  }
}
