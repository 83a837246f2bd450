package pannier.gate.coap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
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
import pannier.gate.provider.SandboxProvider;
import pannier.gate.settlement.GateParts;
import pannier.wire.Limits;
import pannier.wire.Problem;
import pannier.wire.ProblemCodec;
import pannier.wire.ProblemKind;
import pannier.wire.SettlementCodec;

/** What a peer is told that does not do as the protocol says. */
class RefusalsTest {
  private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder = Path.of(".");
  private Gate gate;
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
    gate =
        Gate.start(parts, new InetSocketAddress(loopback, 0), new CartKeys(Map.of("cart-1", KEY)));
    cart = new RawCart(new InetSocketAddress(loopback, gate.port()), "cart-1", KEY);
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
    Request request = cbor(SettlementCodec.encode(Shop.request("t", 1)));
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
