package pannier.gate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.pairing.Doorkeeper;
import pannier.payment.cart.coap.CartPairing;
import pannier.payment.cart.coap.CoapGateConnection;
import pannier.payment.cart.coap.RefusedPairingException;
import pannier.payment.cart.outbox.Message;
import pannier.wire.LoginCode;
import pannier.wire.LoginRequest;
import pannier.wire.PairingCode;
import pannier.wire.PairingCodec;
import pannier.wire.SettlementCodec;
import pannier.wire.key.OwnKey;

/** A gate's process says nothing that would help whoever reads its log. */
class NoSecretsInLogsTest {
  @TempDir Path folder = Path.of(".");

  @Test
  void logOfPairingLoginAndSettlementHoldsNoSecret() throws Exception {
    Path log = folder.resolve("log");
    Process gate = start(log);
    try (BufferedReader out = gate.inputReader(StandardCharsets.UTF_8)) {
      assertTrue(String.valueOf(out.readLine()).contains("ready"));
      List<String> secrets = use();
      gate.destroy();
      assertTrue(gate.waitFor(20, TimeUnit.SECONDS));
      String text = Files.readString(log);
      String lower = text.toLowerCase(Locale.ROOT);
      assertTrue(text.contains("cart-7 is paired"), "it logs what it does");
      for (String secret : secrets) {
        assertFalse(lower.contains(secret.toLowerCase(Locale.ROOT)), "a secret in the log");
      }
    } finally {
      gate.destroyForcibly();
    }
  }

  /** What a day has of it, refusals included; gives what was secret. */
  private List<String> use() throws Exception {
    try (Doorkeeper keeper = Doorkeeper.open(folder.resolve("data"), InstantSource.system())) {
      PairingCode code = keeper.pairing().show(Optional.empty(), "Ann").orElseThrow().code();
      PairingCode other = keeper.pairing().show(Optional.of("cart-9"), "Ann").orElseThrow().code();
      LoginCode login = keeper.logins().show(Optional.empty(), "m-7").code();
      CartPairing.Paired paired = new CartPairing(folder.resolve("cart")).pair("cart-7", code);
      CartPairing thief = new CartPairing(folder.resolve("thief"));
      assertThrows(RefusedPairingException.class, () -> thief.pair("cart-8", other));
      try (CoapGateConnection cart =
          CoapGateConnection.open(
              TestGate.link(paired.gate().getPort(), paired.key(), paired.gateKey()))) {
        cart.post("login", message(PairingCodec.encode(new LoginRequest(login.text()))));
        cart.post("login", message(PairingCodec.encode(new LoginRequest(login.text() + "A"))));
        cart.post(
            "settle", message(SettlementCodec.encode(Shop.request("t", 1).signed(paired.key()))));
        cart.post("settle", message(new byte[] {1, 2, 3}));
      }
      String gateKey = Files.readAllLines(folder.resolve("data/gate-key")).getFirst();
      String cartKey = Files.readAllLines(folder.resolve("cart/cart-key")).getFirst();
      OwnKey.open(folder.resolve("cart/cart-key"));
      return List.of(code.secret(), other.secret(), login.secret(), "sandbox-ok", gateKey, cartKey);
    }
  }

  private static Message message(byte[] bytes) {
    return new Message(bytes);
  }

  private Process start(Path log) throws IOException {
    Files.writeString(
        folder.resolve("shop.csv"),
        """
        product,name,unit,price,currency,mass_g,mass_sd_g
        milk,Fresh milk,piece,1.19,EUR,500,5
        bananas,Fresh bananas,kg,1.30,EUR,500,5
        """);
    Path config =
        Files.writeString(
            folder.resolve("gate.json"),
            """
            {"port":0,"host":"127.0.0.1","data":"data","catalogue":"shop.csv","currency":"EUR"}
            """);
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            GateMain.class.getName(),
            "--config",
            config.toString(),
            "--json")
        .redirectError(log.toFile())
        .start();
  }
}
