package pannier.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.domain.money.CardNumbers;
import pannier.payment.cart.GateConnection;
import pannier.payment.cart.GateUnreachableException;
import pannier.payment.cart.RetryPolicy;
import pannier.payment.cart.SettlementClient;
import pannier.payment.cart.SettlementOutcome;
import pannier.payment.cart.coap.CoapGateConnection;
import pannier.payment.cart.outbox.Message;
import pannier.payment.cart.outbox.Outbox;
import pannier.wire.Digest;
import pannier.wire.SettlementCodec;
import pannier.wire.SettlementRequest;
import pannier.wire.TenderOffer;

/**
 * Whoever captures a settlement, be it the datagrams or what is inside them, and whoever takes the
 * disks of cart and gate, finds no card number: cards go by tokens.
 */
class CaptureProbeTest {
  private static final String CARD = "4111 1111 1111 1111";

  @TempDir Path folder = Path.of(".");
  private final ByteArrayOutputStream plain = new ByteArrayOutputStream();

  @Test
  void neitherPacketsNorWhatIsInThemNorAnyDiskHasACardNumber() throws Exception {
    byte[] packets;
    try (TestGate gate = TestGate.start(folder);
        ManInTheMiddle middle =
            new ManInTheMiddle(gate.port(), (way, number) -> ManInTheMiddle.Fate.PASS);
        SettlementClient client = client(gate, middle)) {
      settle(client, SettlementRequest.of(Shop.bill("t-1", 1), Shop.CARD));
      TenderOffer gift = new TenderOffer("gift", "sandbox-limit-100");
      settle(client, SettlementRequest.of(Shop.bill("t-2", 1), gift, Shop.CARD));
      settle(
          client,
          SettlementRequest.of(
              Shop.bill("t-3", 1), new TenderOffer("card", "sandbox-refuse-lost")));
      packets = middle.capture();
    }
    String inside = plain.toString(StandardCharsets.ISO_8859_1);
    assertTrue(inside.contains("sandbox-ok"), "the tap hears what cart and gate say");
    assertTrue(CardNumbers.in(inside + " " + CARD), "and a number in it would be found");
    assertTrue(packets.length > plain.size(), "the capture has every datagram");
    assertFalse(text(packets).contains("sandbox-ok"), "on the way even tokens are secret");
    assertFalse(CardNumbers.in(text(packets)), "packets");
    assertFalse(CardNumbers.in(inside), "messages");
    List<Path> disks = files();
    assertTrue(disks.size() > 5, disks::toString);
    for (Path file : disks) {
      assertFalse(CardNumbers.in(text(Files.readAllBytes(file))), file::toString);
    }
  }

  /** A card in a well-formed message, which no cart of ours makes: nobody else reads it either. */
  @Test
  void cardInAMessageIsSecretOnTheWayAndRefused() throws Exception {
    String place = "PLACEPLACEPLACE!";
    byte[] right =
        SettlementCodec.encode(
            SettlementRequest.of(Shop.bill("t", 1), new TenderOffer("card", place))
                .signed(Shop.CART_1));
    byte[] wrong =
        text(right).replace(place, CARD.replace(" ", "")).getBytes(StandardCharsets.ISO_8859_1);
    try (TestGate gate = TestGate.start(folder);
        ManInTheMiddle middle =
            new ManInTheMiddle(gate.port(), (way, number) -> ManInTheMiddle.Fate.PASS);
        GateConnection cart = tapped(gate, middle)) {
      GateConnection.Response refused = cart.post("settle", new Message(wrong));
      assertTrue(refused instanceof GateConnection.Response.Refused, refused::toString);
      String inside = plain.toString(StandardCharsets.ISO_8859_1);
      assertEquals(
          inside.indexOf(CARD.replace(" ", "")),
          inside.lastIndexOf(CARD.replace(" ", "")),
          "the answer does not repeat it");
      assertFalse(text(middle.capture()).contains(CARD.replace(" ", "")));
      assertEquals(List.of(), gate.settlements());
    }
  }

  private SettlementClient client(TestGate gate, ManInTheMiddle middle) throws IOException {
    return new SettlementClient(
        Outbox.open(folder.resolve("outbox.db")),
        tapped(gate, middle),
        new RetryPolicy(Duration.ofMillis(20), Duration.ofMillis(200)),
        new Random(1),
        System::nanoTime);
  }

  private GateConnection tapped(TestGate gate, ManInTheMiddle middle) throws IOException {
    CoapGateConnection connection =
        CoapGateConnection.open(TestGate.link(middle.port(), Shop.CART_1, gate.key()));
    return new Tap(connection, plain);
  }

  /** Writes down what is said, before it is encrypted and after it was decrypted. */
  private record Tap(GateConnection connection, ByteArrayOutputStream heard)
      implements GateConnection {
    @Override
    public Response post(String resource, Message message)
        throws GateUnreachableException, InterruptedException {
      heard.writeBytes(message.bytes());
      Response response = connection.post(resource, message);
      heard.writeBytes(
          switch (response) {
            case Response.Accepted it -> it.body().bytes();
            case Response.Refused it -> it.body().bytes();
          });
      return response;
    }

    @Override
    public Optional<Message> get(String resource, Optional<Digest> known)
        throws GateUnreachableException, InterruptedException {
      return connection.get(resource, known);
    }

    @Override
    public void close() {
      connection.close();
    }
  }

  private static void settle(SettlementClient client, SettlementRequest request) throws Exception {
    client.submit(request.signed(Shop.CART_1));
    List<SettlementOutcome> outcomes = new ArrayList<>();
    Await.until(
        "an outcome",
        () -> {
          outcomes.addAll(client.drain());
          return !outcomes.isEmpty();
        });
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
