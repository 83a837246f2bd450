package pannier.gate.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pannier.gate.provider.Authorisation;
import pannier.gate.provider.PaymentOrder;
import pannier.gate.provider.PaymentProviderContract;
import pannier.gate.provider.ProviderUnreachableException;
import pannier.gate.shelf.Shelf;

class StripeProviderTest extends PaymentProviderContract {
  private static final PaymentOrder ORDER = order("trip/1", "pm_card_visa");

  @TempDir Path folder = Path.of(".");
  private @Nullable FakeStripe fake;
  private @Nullable StripeProvider provider;

  @BeforeEach
  void start() throws IOException {
    fake = new FakeStripe();
  }

  @AfterEach
  void stop() {
    close();
    stripe().close();
  }

  private FakeStripe stripe() {
    return java.util.Objects.requireNonNull(fake);
  }

  private void close() {
    StripeProvider open = provider;
    provider = null;
    if (open != null) {
      open.close();
    }
  }

  /** Where the book is. */
  Shelf shelf() {
    return new Shelf.InFolder(folder);
  }

  @Override
  protected StripeProvider provider() {
    try {
      StripeProvider open = provider;
      if (open == null) {
        StripeProvider.Account account =
            new StripeProvider.Account("sk_test_1", stripe().address());
        open = StripeProvider.open(shelf(), account);
        provider = open;
      }
      return open;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected String goodToken() {
    return "pm_card_visa";
  }

  @Override
  protected String badToken() {
    return "pm_card_chargeDeclined";
  }

  @Test
  void everyChangeHasAnIdempotencyKeyOfItsOwn() throws Exception {
    provider().authorise(ORDER);
    provider().raise("trip/1", 400);
    provider().capture("trip/1", 390);
    provider().refund("trip/1", "r1", 90);
    assertEquals(
        java.util.List.of(
            "pannier/trip/1/create",
            "pannier/trip/1/confirm",
            "pannier/trip/1/raise/400",
            "pannier/trip/1/capture",
            "pannier/refund/r1"),
        stripe().seen.stream().map(FakeStripe.Seen::idempotencyKey).toList());
    assertTrue(stripe().seen.getFirst().body().contains("capture_method=manual"));
    assertEquals(390, stripe().taken());
  }

  @Test
  void lostConfirmationIsFoundAfterARestart() throws Exception {
    provider().cancel("warm/up");
    stripe().answerNext(500, Recorded.BROKEN);
    assertThrows(ProviderUnreachableException.class, () -> provider().authorise(ORDER));
    assertEquals(Optional.empty(), provider().find("trip/1")); // not even made
    FakeStripe stripe = stripe();
    provider().authorise(order("other/1", "pm_card_visa"));
    close();
    assertInstanceOf(Authorisation.Authorised.class, provider().find("other/1").orElseThrow());
    assertEquals(345, stripe.reserved());
  }

  @Test
  void replyThatIsLostAfterConfirmingReservesOnce() throws Exception {
    StripeProvider first = provider();
    first.find("x"); // opens the book
    // the intent is made; the answer to its confirmation gets lost
    stripe().answerNext(500, Recorded.BROKEN);
    assertThrows(ProviderUnreachableException.class, () -> first.authorise(ORDER));
    Authorisation again = first.authorise(ORDER);
    assertInstanceOf(Authorisation.Authorised.class, again);
    assertEquals(345, stripe().reserved());
    stripe().loseNextReply();
    captureUntilHeard(first);
    assertTrue(stripe().seen.stream().filter(it -> it.path().endsWith("/capture")).count() > 1);
    assertEquals(345, stripe().taken());
  }

  /** The JDK's HTTP client may ask again by itself. */
  private static void captureUntilHeard(StripeProvider provider) throws Exception {
    try {
      provider.capture("trip/1", 345);
    } catch (ProviderUnreachableException e) {
      provider.capture("trip/1", 345);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pm_card_chargeDeclined, generic-decline",
    "pm_missing_1, resource-missing",
    "pm_card_authenticationRequired, authentication-required",
  })
  void refusalNamesItsReasonAndLeavesNothingReserved(String token, String reason) throws Exception {
    assertEquals(new Authorisation.Refused(reason), provider().authorise(order("trip/1", token)));
    assertEquals(0, stripe().reserved());
    assertEquals(new Authorisation.Refused(reason), provider().find("trip/1").orElseThrow());
  }

  @Test
  void expiredCardIsARefusal() throws Exception {
    provider().cancel("early/1");
    stripe().answerNext(402, Recorded.EXPIRED);
    assertEquals(new Authorisation.Refused("expired-card"), provider().authorise(ORDER));
  }

  @Test
  void partialApprovalSaysWhatIsThere() throws Exception {
    assertEquals(
        new Authorisation.Partial("pi_1", 172),
        provider().authorise(order("trip/1", "pm_partial")));
  }

  @Test
  void raiseThatTheBankRefusesKeepsWhatIsReserved() throws Exception {
    provider().authorise(ORDER);
    assertEquals(
        new Authorisation.Refused("insufficient-funds"), provider().raise("trip/1", 10_001));
    provider().capture("trip/1", 345);
  }

  @ParameterizedTest
  @CsvSource({"429", "500", "503", "401", "409"})
  void whatMayOrMayNotBeDoneIsAskedAgain(int status) throws Exception {
    String body =
        switch (status) {
          case 429 -> Recorded.RATE_LIMIT;
          case 401 -> Recorded.WRONG_KEY;
          case 409 -> Recorded.LOCKED;
          default -> Recorded.BROKEN;
        };
    stripe().answerNext(status, body);
    ProviderUnreachableException silent =
        assertThrows(ProviderUnreachableException.class, () -> provider().authorise(ORDER));
    assertFalse(String.valueOf(silent.getMessage()).contains("sk_test"));
    assertInstanceOf(Authorisation.Authorised.class, provider().authorise(ORDER));
    assertEquals(345, stripe().reserved());
  }

  private static PaymentOrder order(String key, String token) {
    return new PaymentOrder(key, token, 345, "EUR");
  }
}
