package pannier.gate.coap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.Gate;
import pannier.gate.Shop;
import pannier.gate.ledger.SqliteLedger;
import pannier.gate.pairing.Doorkeeper;
import pannier.gate.provider.SandboxProvider;
import pannier.gate.settlement.GateParts;
import pannier.wire.Limits;
import pannier.wire.PairRequest;
import pannier.wire.PairingCodec;
import pannier.wire.Problem;
import pannier.wire.ProblemCodec;
import pannier.wire.ProblemKind;
import pannier.wire.SettlementCodec;

/** What a peer is told that does not do as the protocol says. */
class RefusalsTest {
  private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder = Path.of(".");
  private Gate gate;
  private InetSocketAddress address;
  private RawCart cart;

  @BeforeEach
  void start() throws IOException {
    GateParts parts =
        new GateParts(
            SqliteLedger.open(folder.resolve("ledger.db")),
            SandboxProvider.open(folder.resolve("sandbox.db")),
            (key, receiptId) -> {},
            Shop.CATALOGUE,
            InstantSource.system());
    InetAddress loopback = InetAddress.getLoopbackAddress();
    Doorkeeper keeper = Doorkeeper.open(folder, InstantSource.system());
    keeper.carts().pair("cart-1", Shop.CART_1.publicKey(), "test");
    gate =
        Gate.start(
            parts, new InetSocketAddress(loopback, 0), keeper, new CartKeys(Map.of("reader", KEY)));
    address = new InetSocketAddress(loopback, gate.port());
    cart = RawCart.paired(address, Shop.CART_1, keeper.key().publicKey());
  }

  @AfterEach
  void stop() {
    cart.close();
    gate.close();
  }

  @Test
  void discoveryListsTheResources() throws Exception {
    String links = cart.send(Request.newGet(), ".well-known/core").getPayloadString();
    assertTrue(links.contains("</settle>;ct=60;rt=\"pannier.settle\""), links);
    assertTrue(links.contains("</void>;ct=60;rt=\"pannier.void\""), links);
  }

  @Test
  void malformedMessageNamesItsPlace() throws Exception {
    Problem problem =
        problem(
            ResponseCode.BAD_REQUEST, cart.send(cbor(new byte[] {(byte) 0xa1, 0, 9}), "settle"));
    assertEquals(ProblemKind.MALFORMED, problem.kind());
    assertEquals("settlement-request.version: found 9; expected 1", problem.detail());
  }

  @Test
  void unknownPathIsNotFound() throws Exception {
    Problem problem =
        problem(ResponseCode.NOT_FOUND, cart.send(Request.newGet(), "settle/everything"));
    assertEquals(ProblemKind.NOT_FOUND, problem.kind());
  }

  @Test
  void otherMethodsAreNotAllowed() throws Exception {
    assertEquals(
        ProblemKind.NOT_ALLOWED,
        problem(ResponseCode.METHOD_NOT_ALLOWED, cart.send(Request.newGet(), "settle")).kind());
    assertEquals(
        ProblemKind.NOT_ALLOWED,
        problem(ResponseCode.METHOD_NOT_ALLOWED, cart.send(Request.newDelete(), "void")).kind());
  }

  @Test
  void otherContentFormatsAreNotSupported() throws Exception {
    Request json = Request.newPost().setPayload("{}");
    json.getOptions().setContentFormat(MediaTypeRegistry.APPLICATION_JSON);
    assertEquals(
        ProblemKind.UNSUPPORTED_FORMAT,
        problem(ResponseCode.UNSUPPORTED_CONTENT_FORMAT, cart.send(json, "settle")).kind());
  }

  @Test
  void answersInOtherFormatsAreNotToBeHad() throws Exception {
    Request request = cbor(SettlementCodec.encode(Shop.signed("t", 1)));
    request.getOptions().setAccept(MediaTypeRegistry.APPLICATION_JSON);
    assertEquals(
        ProblemKind.NOT_ACCEPTABLE,
        problem(ResponseCode.NOT_ACCEPTABLE, cart.send(request, "settle")).kind());
  }

  @Test
  void oversizedMessageIsRefusedByItsFirstBlock() throws Exception {
    Response response = cart.send(cbor(new byte[Limits.MOST_BYTES + 1]), "settle");
    assertEquals(ResponseCode.REQUEST_ENTITY_TOO_LARGE, response.getCode());
    assertEquals(Limits.MOST_BYTES, response.getOptions().getSize1());
  }

  @Test
  void readerMayLookAndNothingElse() throws Exception {
    try (RawCart reader = RawCart.knowing(address, "reader", KEY)) {
      assertEquals(
          ResponseCode.CONTENT, reader.send(Request.newGet(), ".well-known/core").getCode());
      byte[] bill = SettlementCodec.encode(Shop.signed("t", 1));
      for (String resource : List.of("settle", "void", "status", "login")) {
        assertEquals(
            ProblemKind.NOT_PAIRED,
            problem(ResponseCode.UNAUTHORIZED, reader.send(cbor(bill), resource)).kind());
      }
    }
  }

  @Test
  void pairedCartDoesNotPairOthers() throws Exception {
    byte[] other = PairingCodec.encode(new PairRequest("cart-9", Shop.CART_2.publicKey()));
    assertEquals(
        ProblemKind.NOT_PAIRED,
        problem(ResponseCode.UNAUTHORIZED, cart.send(cbor(other), "pair")).kind());
  }

  @Test
  void unsignedBillIsRefused() throws Exception {
    byte[] bill = SettlementCodec.encode(Shop.request("t", 1));
    assertEquals(
        ProblemKind.UNSIGNED,
        problem(ResponseCode.FORBIDDEN, cart.send(cbor(bill), "settle")).kind());
  }

  private static Request cbor(byte[] payload) {
    Request request = Request.newPost().setPayload(payload);
    request.getOptions().setContentFormat(MediaTypeRegistry.APPLICATION_CBOR);
    return request;
  }

  private static Problem problem(ResponseCode code, Response response) throws IOException {
    assertEquals(code, response.getCode());
    assertEquals(ProblemCodec.CONTENT_FORMAT, response.getOptions().getContentFormat());
    return ProblemCodec.decode(response.getPayload());
  }
}
