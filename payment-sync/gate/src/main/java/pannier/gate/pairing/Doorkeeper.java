package pannier.gate.pairing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import pannier.gate.shelf.Shelf;
import pannier.gate.shelf.StoreKeys;
import pannier.wire.key.OwnKey;
import pannier.wire.key.SealedFile;

/**
 * Who may come in at a gate, and who the gate is to them: its own key, the carts of the store, the
 * codes that are out. It owns its books and closes them.
 */
public final class Doorkeeper implements AutoCloseable {
  private final OwnKey key;
  private final CartBook book;
  private final CartRegister carts;
  private final PairingDesk pairing;
  private final LoginDesk logins;
  private final SealedFile sessions;

  private Doorkeeper(OwnKey key, CartRegister carts, CartBook book, SealedFile sessions) {
    SecureRandom random = new SecureRandom();
    InstantSource clock = carts.clock();
    this.key = key;
    this.book = book;
    this.sessions = sessions;
    this.carts = carts;
    this.pairing = new PairingDesk(book, carts, key.publicKey(), clock, random);
    this.logins = new LoginDesk(book, clock, random);
  }

  /**
   * Opens {@code gate-key} and {@code carts.db} in a gate's folder, or makes them.
   *
   * @throws IOException if one cannot be read or made
   */
  public static Doorkeeper open(Path data, InstantSource clock) throws IOException {
    return open(data, new Shelf.InFolder(data), clock);
  }

  /**
   * The same, with the carts and codes on {@code shelf}. Where gates share it, they share a key,
   * too, and each keeps copies of both in {@code data}.
   */
  public static Doorkeeper open(Path data, Shelf shelf, InstantSource clock) throws IOException {
    Files.createDirectories(data);
    Path keyFile = data.resolve("gate-key");
    new StoreKeys(shelf).settle(keyFile, OwnKey::open);
    OwnKey key = OwnKey.open(keyFile);
    CartBook book = CartBook.open(shelf, System::nanoTime);
    Optional<CartCopy> copy =
        shelf.isShared() ? Optional.of(new CartCopy(data.resolve("carts.json"))) : Optional.empty();
    SealedFile sessions = new SealedFile(data.resolve("sessions"), key);
    return new Doorkeeper(key, new CartRegister(book, clock, copy), book, sessions);
  }

  /** The gate's own key. */
  public OwnKey key() {
    return key;
  }

  public CartRegister carts() {
    return carts;
  }

  public PairingDesk pairing() {
    return pairing;
  }

  public LoginDesk logins() {
    return logins;
  }

  /** Where the gate keeps its DTLS sessions while it does not run. */
  public SealedFile sessions() {
    return sessions;
  }

  @Override
  public void close() {
    book.close();
  }
}
