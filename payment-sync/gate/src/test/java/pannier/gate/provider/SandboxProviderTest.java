package pannier.gate.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.shelf.Shelf;

class SandboxProviderTest extends PaymentProviderContract {
  @TempDir Path folder = Path.of(".");
  private @Nullable SandboxProvider provider;

  /** Where the book is. */
  Shelf shelf() {
    return new Shelf.InFolder(folder);
  }

  @Override
  protected SandboxProvider provider() {
    try {
      SandboxProvider open = provider;
      if (open == null) {
        open = SandboxProvider.open(shelf());
        provider = open;
      }
      return open;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void close() {
    SandboxProvider open = provider;
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
    return "sandbox-refuse-lost-card";
  }

  @Test
  void bookSurvivesItsProcess() throws Exception {
    provider().authorise(new PaymentOrder("trip/1", goodToken(), 345, "EUR"));
    List<SandboxProvider.Entry> before = provider().entries();
    close();

    assertEquals(before, provider().entries());
    assertEquals(List.of(new SandboxProvider.Entry("trip/1", "AUTHORISED", 345, "EUR")), before);
  }

  @Test
  void tokensDecide() throws Exception {
    assertEquals(new Authorisation.Refused("lost-card"), authorise("a/1", badToken(), 1));
    assertEquals(new Authorisation.Refused("unknown-token"), authorise("b/1", "visa", 1));
    String limit = "sandbox-limit-500";
    assertEquals(new Authorisation.Refused("insufficient-funds"), authorise("c/1", limit, 501));
    assertEquals(new Authorisation.Authorised("sandbox-4"), authorise("d/1", limit, 500));
  }

  private Authorisation authorise(String key, String token, long amountMinor) throws Exception {
    return provider().authorise(new PaymentOrder(key, token, amountMinor, "EUR"));
  }

  @Test
  void partialAuthorisationReservesWhatIsThere() throws Exception {
    String token = "sandbox-partial-300";
    assertEquals(new Authorisation.Partial("sandbox-1", 300), authorise("a/1", token, 345));
    assertEquals(new Authorisation.Authorised("sandbox-2"), authorise("b/1", token, 300));
    assertEquals(300, provider().entries().getFirst().amountMinor());
    assertEquals(
        new Authorisation.Refused("insufficient-funds"),
        authorise("c/1", "sandbox-partial-0", 300));
  }

  @Test
  void raisingBeyondTheLimitIsRefusedAndKeepsTheOldAmount() throws Exception {
    authorise("a/1", "sandbox-limit-500", 400);

    assertEquals(new Authorisation.Refused("insufficient-funds"), provider().raise("a/1", 501));
    assertEquals(400, provider().entries().getFirst().amountMinor());
  }

  @Test
  void silenceOnDemandHappensOnceForAKey() throws Exception {
    assertThrows(ProviderUnreachableException.class, () -> authorise("a/1", "sandbox-ok+down", 1));
    assertEquals(List.of(), provider().entries());
    assertEquals(new Authorisation.Authorised("sandbox-1"), authorise("a/1", "sandbox-ok+down", 1));

    assertThrows(
        ProviderUnreachableException.class, () -> authorise("b/1", "sandbox-ok+lost-reply", 1));
    assertEquals(2, provider().entries().size());
    assertEquals(
        new Authorisation.Authorised("sandbox-2"), authorise("b/1", "sandbox-ok+lost-reply", 1));
  }

  @Test
  void tokenMayMakeItSlow() throws Exception {
    assertEquals(
        new Authorisation.Authorised("sandbox-1"), authorise("a/1", "sandbox-ok+slow-1", 1));
    assertThrows(
        ProviderUnreachableException.class, () -> authorise("b/1", "sandbox-ok+slow-x", 1));
  }
}
