package pannier.gate.reserve;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import pannier.gate.provider.Authorisation;
import pannier.gate.provider.PaymentOrder;
import pannier.gate.provider.PaymentProvider;
import pannier.gate.provider.ProviderUnreachableException;
import pannier.gate.reserve.ReserveBook.Reservation;
import pannier.gate.reserve.ReserveBook.Use;
import pannier.gate.shelf.Shelf;

/**
 * Lets a payment by card go by what was reserved when its trip began, if it is the same card. All
 * else goes to the provider behind it.
 */
public final class ReservedProvider implements PaymentProvider {
  private static final String CARD = "card";
  private static final String VOIDED = "voided";

  private final PaymentProvider provider;
  private final ReserveBook book;

  private ReservedProvider(PaymentProvider provider, ReserveBook book) {
    this.provider = provider;
    this.book = book;
  }

  /**
   * Opens the book at {@code file}, or begins one; takes the provider over and closes it.
   *
   * @throws IOException if the book cannot be opened; the provider is closed then
   */
  public static ReservedProvider open(PaymentProvider provider, Path file, InstantSource clock)
      throws IOException {
    return with(provider, () -> ReserveBook.open(file, clock));
  }

  /**
   * Opens the book on {@code shelf}, or begins one; takes the provider over and closes it.
   *
   * @throws IOException if the book cannot be opened; the provider is closed then
   */
  public static ReservedProvider open(PaymentProvider provider, Shelf shelf, InstantSource clock)
      throws IOException {
    return with(provider, () -> ReserveBook.open(shelf, clock));
  }

  /** Opens a book. */
  @FunctionalInterface
  private interface Opening {
    ReserveBook open() throws IOException;
  }

  private static ReservedProvider with(PaymentProvider provider, Opening book) throws IOException {
    try {
      return new ReservedProvider(provider, book.open());
    } catch (IOException | RuntimeException e) {
      provider.close();
      throw e;
    }
  }

  PaymentProvider behind() {
    return provider;
  }

  ReserveBook book() {
    return book;
  }

  @Override
  public Set<String> tenderKinds() {
    return provider.tenderKinds();
  }

  @Override
  public Authorisation authorise(PaymentOrder order) throws ProviderUnreachableException {
    Optional<Reservation> reserved = book.find(tripOf(order.key()));
    if (reserved.isEmpty()) {
      return provider.authorise(order); // no payment of the trip goes by one
    }
    Optional<Authorisation> known = find(order.key());
    if (known.isPresent() || !order.means().kind().equals(CARD)) {
      return known.isPresent() && book.findUse(order.key()).isPresent()
          ? known.get()
          : provider.authorise(order);
    }
    boolean goes = reserved.get().open() && reserved.get().token().equals(order.token());
    return goes ? by(reserved.get(), order) : provider.authorise(order);
  }

  private Authorisation by(Reservation reserved, PaymentOrder order)
      throws ProviderUnreachableException {
    if (order.amountMinor() > reserved.amountMinor()) {
      Authorisation raised = provider.raise(reserved.key(), order.amountMinor());
      if (!(raised instanceof Authorisation.Authorised)) {
        provider.cancel(order.key());
        return raised;
      }
      book.raised(reserved.tripId(), order.amountMinor());
    }
    return book.use(order.key(), reserved.tripId())
        ? provider.find(reserved.key()).orElseThrow()
        : provider.authorise(order); // a second payment by the same card
  }

  /** The trip of a settlement's payment: its key is trip, attempt and place. */
  private static String tripOf(String key) {
    int slash = key.lastIndexOf('/');
    return slash < 0 ? key : key.substring(0, slash);
  }

  @Override
  public Optional<Authorisation> find(String key) throws ProviderUnreachableException {
    Optional<Use> use = book.findUse(key);
    if (use.isEmpty()) {
      return provider.find(key);
    }
    return use.get().live()
        ? provider.find(use.get().by().key())
        : Optional.of(new Authorisation.Refused(VOIDED));
  }

  @Override
  public Authorisation raise(String key, long amountMinor) throws ProviderUnreachableException {
    return provider.raise(keyBehind(key), amountMinor);
  }

  @Override
  public void capture(String key, long amountMinor) throws ProviderUnreachableException {
    Optional<Use> use = book.findUse(key);
    provider.capture(use.map(it -> it.by().key()).orElse(key), amountMinor);
    if (use.isPresent()) {
      book.ended(use.get().by().tripId(), "TAKEN");
    }
  }

  /** What is reserved for the trip stays so, for its next attempt. */
  @Override
  public void cancel(String key) throws ProviderUnreachableException {
    Optional<Use> use = book.findUse(key);
    if (use.isEmpty()) {
      provider.cancel(key);
    } else if (use.get().live() && !use.get().by().open()) {
      throw new IllegalStateException(key + " is " + use.get().by().state());
    } else {
      book.unuse(key);
    }
  }

  @Override
  public void refund(String key, String refundKey, long amountMinor)
      throws ProviderUnreachableException {
    provider.refund(keyBehind(key), refundKey, amountMinor);
  }

  private String keyBehind(String key) throws ProviderUnreachableException {
    return book.findUse(key).map(use -> use.by().key()).orElse(key);
  }

  @Override
  public void close() {
    provider.close();
    book.close();
  }
}
