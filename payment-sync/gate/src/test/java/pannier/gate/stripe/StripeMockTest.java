package pannier.gate.stripe;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.stripe.StripeClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pannier.gate.provider.PaymentOrder;

/**
 * Every request that the adapter makes, against Stripe's own mock server, which checks requests by
 * Stripe's OpenAPI description and has no memory. Where it is not installed ({@code go install
 * github.com/stripe/stripe-mock@latest}), the test is skipped.
 */
class StripeMockTest {
  @Test
  void stripesOwnDescriptionTakesEveryRequest() throws Exception {
    Optional<Path> mock = mock();
    assumeTrue(
        mock.isPresent(),
        "skipped: no stripe-mock (go install github.com/stripe/stripe-mock@latest)");
    Process process =
        new ProcessBuilder(
                mock.get().toString(), "-http-addr", "127.0.0.1:0", "-https-addr", "127.0.0.1:0")
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      StripeCalls calls =
          new StripeCalls(
              StripeClient.builder()
                  .setApiKey("sk_test_123")
                  .setApiBase("http://" + address(said))
                  .build());
      PaymentOrder order = new PaymentOrder("trip/1", "pm_card_visa", 345, "EUR");
      String intent = calls.create(order).getId();
      assertNotEquals("", intent);
      assertNotEquals("", calls.confirm(intent, order).getStatus());
      assertNotEquals("", calls.retrieve(intent).getStatus());
      assertNotEquals("", calls.raise("trip/1", intent, 400).getStatus());
      assertNotEquals("", calls.capture("trip/1", intent, 390).getStatus());
      assertNotEquals("", calls.cancel("trip/1", intent).getStatus());
      calls.refund(intent, "r1", 90);
    } finally {
      process.destroy();
    }
  }

  private static String address(BufferedReader said) throws IOException {
    String prefix = "Listening for HTTP at address: ";
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith(prefix)) {
        return line.substring(prefix.length()).strip();
      }
    }
    throw new IOException("stripe-mock did not start");
  }

  private static Optional<Path> mock() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    String home = Optional.ofNullable(System.getProperty("user.home")).orElse(".");
    return Stream.concat(
            Stream.of(path.split(java.io.File.pathSeparator, -1)), Stream.of(home + "/go/bin"))
        .map(folder -> Path.of(folder).resolve("stripe-mock"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
