package pannier.gate.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every provider does. */
public abstract class PaymentProviderContract {
  protected abstract PaymentProvider provider();

  /** A token that pays any amount. */
  protected abstract String goodToken();

  /** A token that never pays. */
  protected abstract String badToken();

  @Test
  void sameKeyGetsTheSameAuthorisation() throws Exception {
    PaymentOrder order = new PaymentOrder("trip/1", goodToken(), 345, "EUR");
    Authorisation first = provider().authorise(order);

    assertInstanceOf(Authorisation.Authorised.class, first);
    assertEquals(first, provider().authorise(order));
    assertEquals(Optional.of(first), provider().find("trip/1"));
  }

  @Test
  void otherKeysGetOtherReferences() throws Exception {
    assertNotEquals(
        provider().authorise(new PaymentOrder("a/1", goodToken(), 1, "EUR")),
        provider().authorise(new PaymentOrder("b/1", goodToken(), 1, "EUR")));
  }

  @Test
  void anotherAmountUnderTheSameKeyIsABug() throws Exception {
    provider().authorise(new PaymentOrder("trip/1", goodToken(), 345, "EUR"));
    assertThrows(
        IllegalArgumentException.class,
        () -> provider().authorise(new PaymentOrder("trip/1", goodToken(), 346, "EUR")));
  }

  @Test
  void refusalIsRemembered() throws Exception {
    Authorisation refused =
        provider().authorise(new PaymentOrder("trip/1", badToken(), 345, "EUR"));

    assertInstanceOf(Authorisation.Refused.class, refused);
    assertEquals(
        refused, provider().authorise(new PaymentOrder("trip/1", goodToken(), 345, "EUR")));
    assertThrows(IllegalStateException.class, () -> provider().capture("trip/1", 345));
  }

  @Test
  void unknownKeyIsUnknown() throws Exception {
    assertEquals(Optional.empty(), provider().find("trip/1"));
    assertThrows(IllegalStateException.class, () -> provider().capture("trip/1", 345));
  }

  @Test
  void captureMayBeRepeatedAndForbidsCancelling() throws Exception {
    provider().authorise(new PaymentOrder("trip/1", goodToken(), 345, "EUR"));
    provider().capture("trip/1", 345);
    provider().capture("trip/1", 345);
    assertThrows(IllegalStateException.class, () -> provider().cancel("trip/1"));
  }

  @Test
  void cancelledKeyIsNeverAuthorised() throws Exception {
    provider().cancel("early/1");
    provider().authorise(new PaymentOrder("late/1", goodToken(), 345, "EUR"));
    provider().cancel("late/1");
    provider().cancel("late/1");

    for (String key : new String[] {"early/1", "late/1"}) {
      assertInstanceOf(
          Authorisation.Refused.class,
          provider().authorise(new PaymentOrder(key, goodToken(), 345, "EUR")));
      assertThrows(IllegalStateException.class, () -> provider().capture(key, 345));
    }
  }

  @Test
  void reservedAmountIsRaisedAndTakenInPart() throws Exception {
    provider().authorise(new PaymentOrder("trip/1", goodToken(), 345, "EUR"));

    Authorisation raised = provider().raise("trip/1", 500);
    assertInstanceOf(Authorisation.Authorised.class, raised);
    assertEquals(raised, provider().raise("trip/1", 500));
    assertThrows(IllegalArgumentException.class, () -> provider().raise("trip/1", 499));
    assertThrows(IllegalArgumentException.class, () -> provider().capture("trip/1", 501));

    provider().capture("trip/1", 480);
    provider().capture("trip/1", 480);
    assertThrows(IllegalStateException.class, () -> provider().capture("trip/1", 481));
    assertThrows(IllegalStateException.class, () -> provider().raise("trip/1", 600));
  }

  @Test
  void refundIsMadeOnceAndNeverOfMoreThanWasTaken() throws Exception {
    provider().authorise(new PaymentOrder("trip/1", goodToken(), 345, "EUR"));
    assertThrows(IllegalStateException.class, () -> provider().refund("trip/1", "r1", 1));
    provider().capture("trip/1", 345);

    provider().refund("trip/1", "r1", 200);
    provider().refund("trip/1", "r1", 200);
    assertThrows(IllegalArgumentException.class, () -> provider().refund("trip/1", "r2", 146));
    provider().refund("trip/1", "r2", 145);
    assertThrows(IllegalArgumentException.class, () -> provider().refund("trip/1", "r3", 1));
  }
}
