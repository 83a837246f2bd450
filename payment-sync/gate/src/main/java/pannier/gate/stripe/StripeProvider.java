package pannier.gate.stripe;

import com.stripe.StripeClient;
import com.stripe.model.PaymentIntent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import pannier.gate.provider.Authorisation;
import pannier.gate.provider.PaymentOrder;
import pannier.gate.provider.PaymentProvider;
import pannier.gate.provider.ProviderUnreachableException;
import pannier.gate.shelf.Shelf;
import pannier.gate.stripe.StripeCalls.RefusedByStripe;

/**
 * Cards by Stripe. A key's PaymentIntent is made unconfirmed, written down, and only then
 * confirmed, so that after a crash the gate can ask Stripe what became of it. Captured by hand;
 * raised by incremental authorisation where the card allows it. Of one key one call is made at a
 * time.
 */
public final class StripeProvider implements PaymentProvider {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 15_000;

  private final StripeBook book;
  private final StripeCalls stripe;

  private StripeProvider(StripeBook book, StripeCalls stripe) {
    this.book = book;
    this.stripe = stripe;
  }

  /**
   * How Stripe is reached.
   *
   * @param secretKey of the store's account; never logged
   * @param apiBase such as {@code https://api.stripe.com}
   */
  public record Account(String secretKey, String apiBase) {
    /** Stripe itself. */
    public static final String API = "https://api.stripe.com";

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
      return "Account[" + apiBase + "]";
    }
  }

  /** Opens the book of keys at {@code file}, or begins one. */
  public static StripeProvider open(Path file, Account account) throws IOException {
    return new StripeProvider(StripeBook.open(file), calls(account));
  }

  /** Opens the book of keys on {@code shelf}, or begins one. */
  public static StripeProvider open(Shelf shelf, Account account) throws IOException {
    return new StripeProvider(StripeBook.open(shelf), calls(account));
  }

  private static StripeCalls calls(Account account) {
    return new StripeCalls(
        StripeClient.builder()
            .setApiKey(account.secretKey())
            .setApiBase(account.apiBase())
            .setConnectTimeout(CONNECT_MILLIS)
            .setReadTimeout(READ_MILLIS)
            .setMaxNetworkRetries(0) // the gate's own rules decide when to ask again
            .build());
  }

  @Override
  public Set<String> tenderKinds() {
    return Set.of("card");
  }

  @Override
  public Authorisation authorise(PaymentOrder order) throws ProviderUnreachableException {
    try {
      StripeRow row = row(order);
      if (!row.decided()) {
        row = settle(order.key(), row, stripe.confirm(row.intentId(), order));
      }
      return row.answer();
    } catch (RefusedByStripe e) {
      return refused(order, e.reason());
    }
  }

  /** The row of a key, begun if it is new. */
  private StripeRow row(PaymentOrder order) throws ProviderUnreachableException, RefusedByStripe {
    Optional<StripeRow> known = book.find(order.key());
    if (known.isPresent()) {
      StripeRow row = known.get();
      boolean same =
          row.amountMinor() == order.amountMinor() && row.currency().equals(order.currency());
      if (!same && !row.state().equals(StripeRow.CANCELLED)) {
        throw new IllegalArgumentException(
            "%s: found %d; expected %d"
                .formatted(order.key(), order.amountMinor(), row.amountMinor()));
      }
      return row;
    }
    StripeRow fresh = open(stripe.create(order).getId(), order);
    book.put(order.key(), fresh);
    return fresh;
  }

  private static StripeRow open(String intentId, PaymentOrder order) {
    return new StripeRow(intentId, StripeRow.OPEN, order.amountMinor(), order.currency(), 0, 0, "");
  }

  /** Keeps what an intent's status says. */
  private StripeRow settle(String key, StripeRow row, PaymentIntent intent)
      throws ProviderUnreachableException, RefusedByStripe {
    StripeRow next =
        switch (intent.getStatus()) {
          case "requires_capture" -> {
            Long capturable = intent.getAmountCapturable();
            long reserved = capturable == null ? row.amountMinor() : capturable;
            yield row.decided(StripeRow.AUTHORISED, reserved, "");
          }
          case "canceled" -> row.decided(StripeRow.CANCELLED, 0, StripeRow.VOIDED);
          case "requires_action" -> {
            stripe.cancel(key, row.intentId()); // nobody at a gate can type a code
            yield row.decided(StripeRow.REFUSED, 0, "authentication-required");
          }
          case "requires_confirmation", "requires_payment_method" -> row;
          default -> throw new ProviderUnreachableException("stripe: still " + intent.getStatus());
        };
    book.put(key, next);
    return next;
  }

  private Authorisation refused(PaymentOrder order, String reason)
      throws ProviderUnreachableException {
    StripeRow row = book.find(order.key()).orElseGet(() -> open("", order));
    StripeRow refused = row.decided(StripeRow.REFUSED, 0, reason);
    if (!row.intentId().isEmpty()) {
      cancelled(order.key(), row); // or another try with its client secret could still confirm it
    }
    book.put(order.key(), refused);
    return refused.answer();
  }

  @Override
  public Optional<Authorisation> find(String key) throws ProviderUnreachableException {
    Optional<StripeRow> known = book.find(key);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    StripeRow row = known.get();
    try {
      if (!row.decided()) {
        row = settle(key, row, stripe.retrieve(row.intentId()));
      }
    } catch (RefusedByStripe e) {
      throw new ProviderUnreachableException("stripe: " + e.reason());
    }
    return row.decided() ? Optional.of(row.answer()) : Optional.empty();
  }

  @Override
  public Authorisation raise(String key, long amountMinor) throws ProviderUnreachableException {
    StripeRow row = required(key, StripeRow.AUTHORISED);
    if (amountMinor < row.reservedMinor()) {
      throw new IllegalArgumentException(
          "%s: found %d; expected %d or more".formatted(key, amountMinor, row.reservedMinor()));
    }
    if (amountMinor == row.reservedMinor()) {
      return row.answer();
    }
    try {
      stripe.raise(key, row.intentId(), amountMinor);
      StripeRow raised = row.raised(amountMinor);
      book.put(key, raised);
      return raised.answer();
    } catch (RefusedByStripe e) {
      return new Authorisation.Refused(e.reason());
    }
  }

  @Override
  public void capture(String key, long amountMinor) throws ProviderUnreachableException {
    StripeRow row = required(key, StripeRow.AUTHORISED, StripeRow.CAPTURED);
    if (row.state().equals(StripeRow.CAPTURED)) {
      if (row.capturedMinor() != amountMinor) {
        throw new IllegalStateException("%s is CAPTURED".formatted(key));
      }
      return;
    }
    if (amountMinor < 1 || amountMinor > row.reservedMinor()) {
      throw new IllegalArgumentException(
          "%s: found %d; expected 1 to %d".formatted(key, amountMinor, row.reservedMinor()));
    }
    try {
      stripe.capture(key, row.intentId(), amountMinor);
      book.put(key, row.captured(amountMinor));
    } catch (RefusedByStripe e) {
      throw new ProviderUnreachableException("stripe: capture " + e.reason());
    }
  }

  @Override
  public void cancel(String key) throws ProviderUnreachableException {
    Optional<StripeRow> known = book.find(key);
    StripeRow row = known.orElseGet(() -> new StripeRow("", StripeRow.OPEN, 0, "", 0, 0, ""));
    switch (row.state()) {
      case StripeRow.CANCELLED, StripeRow.REFUSED -> {}
      case StripeRow.CAPTURED -> throw new IllegalStateException(key + " is CAPTURED");
      default -> {
        if (!row.intentId().isEmpty()) {
          cancelled(key, row);
        }
        book.put(key, row.decided(StripeRow.CANCELLED, 0, StripeRow.VOIDED));
      }
    }
  }

  /** Cancelled at Stripe, now or before. */
  private void cancelled(String key, StripeRow row) throws ProviderUnreachableException {
    try {
      stripe.cancel(key, row.intentId());
    } catch (RefusedByStripe e) {
      if (!isCancelled(row)) {
        throw new ProviderUnreachableException("stripe: cancel " + e.reason());
      }
    }
  }

  private boolean isCancelled(StripeRow row) throws ProviderUnreachableException {
    try {
      return stripe.retrieve(row.intentId()).getStatus().equals("canceled");
    } catch (RefusedByStripe e) {
      throw new ProviderUnreachableException("stripe: " + e.reason());
    }
  }

  @Override
  public void refund(String key, String refundKey, long amountMinor)
      throws ProviderUnreachableException {
    StripeRow row = required(key, StripeRow.CAPTURED);
    StripeBook.Refunds before = book.refunds(key, refundKey);
    if (before.known()) {
      return;
    }
    long left = row.capturedMinor() - before.sumMinor();
    if (amountMinor < 1 || amountMinor > left) {
      throw new IllegalArgumentException(
          "%s: found %d; expected 1 to %d".formatted(key, amountMinor, left));
    }
    try {
      stripe.refund(row.intentId(), refundKey, amountMinor);
      book.refunded(key, refundKey, amountMinor);
    } catch (RefusedByStripe e) {
      throw new ProviderUnreachableException("stripe: refund " + e.reason());
    }
  }

  @Override
  public void close() {
    book.close();
  }

  private StripeRow required(String key, String... states) throws ProviderUnreachableException {
    Optional<StripeRow> row = book.find(key);
    String state = row.map(StripeRow::state).orElse("UNKNOWN");
    if (row.isEmpty() || !Set.of(states).contains(state)) {
      throw new IllegalStateException("%s is %s".formatted(key, state));
    }
    return row.get();
  }
}
