package pannier.gate.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxProviderTest extends PaymentProviderContract {
  @TempDir Path folder = Path.of(".");
  private @Nullable SandboxProvider provider;

  @Override
  SandboxProvider provider() {
    try {
      SandboxProvider open = provider;
      if (open == null) {
        open = SandboxProvider.open(folder.resolve("sandbox.db"));
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
  String goodToken() {
    return "sandbox-ok";
  }

  @Override
  String badToken() {
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
}
