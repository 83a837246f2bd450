package pannier.gate.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two sandboxes side by side, with the pad of benefits before the second. */
class ProvidersByKindTest extends PaymentProviderContract {
  @TempDir Path folder = Path.of(".");
  private final Deque<PinPad.Entry> typed = new ArrayDeque<>();
  private @Nullable ProvidersByKind provider;

  @Override
  protected ProvidersByKind provider() {
    try {
      ProvidersByKind open = provider;
      if (open == null) {
        SandboxProvider first = SandboxProvider.open(folder.resolve("first.db"));
        PinnedProvider second =
            new PinnedProvider(
                SandboxProvider.open(folder.resolve("second.db")),
                new SandboxPinPad(typed::removeFirst));
        open = new ProvidersByKind(List.of(new CardsOnly(first), second));
        provider = open;
      }
      return open;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void close() {
    ProvidersByKind open = provider;
    provider = null;
    if (open != null) {
      open.close();
    }
  }

  @Override
  protected String goodToken() {
    return "sandbox-ok";
  }

  @Override
  protected String badToken() {
    return "sandbox-refuse-lost";
  }

  @Test
  void benefitsAskForThePinOnceAndGoTheirOwnWay() throws Exception {
    typed.add(SandboxPinPad.right());
    Authorisation first = provider().authorise(snap("a/1"));
    assertInstanceOf(Authorisation.Authorised.class, first);
    assertEquals(first, provider().authorise(snap("a/1"))); // the pad has nothing more typed
    provider().capture("a/1", 200);
    provider().refund("a/1", "r1", 50);
  }

  @Test
  void wrongPinAndNoPinReserveNothing() throws Exception {
    typed.add(SandboxPinPad.wrong());
    assertEquals(new Authorisation.Refused("wrong-pin"), provider().authorise(snap("a/1")));
    typed.add(new PinPad.Entry.Cancelled());
    assertEquals(new Authorisation.Refused("pin-cancelled"), provider().authorise(snap("b/1")));
    typed.add(new PinPad.Entry.TimedOut());
    assertEquals(new Authorisation.Refused("pin-timed-out"), provider().authorise(snap("c/1")));
    assertInstanceOf(Authorisation.Refused.class, provider().authorise(snap("c/1")));
  }

  private static PaymentOrder snap(String key) {
    return new PaymentOrder(key, new PaymentOrder.Means("snap", "sandbox-ok"), 200, "USD");
  }
}
