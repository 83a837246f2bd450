package pannier.gate.coap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.californium.core.coap.BlockOption;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.coap.Token;
import org.eclipse.californium.core.coap.option.OpaqueOptionDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pannier.gate.Gate;
import pannier.gate.Shop;
import pannier.gate.ledger.SqliteLedger;
import pannier.gate.pairing.Doorkeeper;
import pannier.gate.provider.SandboxProvider;
import pannier.gate.settlement.GateParts;
import pannier.gate.settlement.ShopPrices;
import pannier.pricing.json.PriceList;
import pannier.wire.CartStatus;
import pannier.wire.Limits;
import pannier.wire.ProblemCodec;
import pannier.wire.ProblemKind;
import pannier.wire.StatusCodec;

/**
 * ETSI's CoAP plugtests as far as they apply to a gate, over DTLS; each test names the ones that it
 * stands for (TD_COAP_CORE, LINK, BLOCK). Californium's own checker is in no package registry, so
 * they are written anew. What does not apply: resources that a peer makes or removes (CORE_02, 03,
 * 18, 19, BLOCK_03, 05) are refused; losses (CORE_15, 16) are {@code GateOverDtlsTest}'s.
 */
class PlugtestChecksTest {
  private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);

  /** For experiments (RFC 7252 section 12.2); odd numbers are critical. */
  private static final OpaqueOptionDefinition FREE_CRITICAL =
      new OpaqueOptionDefinition(65_001, "Free-Critical", true);

  private static final OpaqueOptionDefinition FREE_ELECTIVE =
      new OpaqueOptionDefinition(65_000, "Free-Elective", true);

  @TempDir private static Path folder = Path.of(".");
  private static Gate gate;
  private static PriceList list;
  private RawCart cart;
  private RawCart blocks;

  @BeforeAll
  static void start() throws IOException {
    list = PriceList.of(Shop.large(100));
    GateParts parts =
        new GateParts(
            SqliteLedger.open(folder.resolve("ledger.db")),
            SandboxProvider.open(folder.resolve("sandbox.db")),
            (key, receiptId) -> {},
            Shop.CATALOGUE,
            InstantSource.system(),
            ShopPrices.of(list));
    Doorkeeper keeper = Doorkeeper.open(folder, InstantSource.system());
    keeper.carts().pair("cart-1", Shop.CART_1.publicKey(), "test");
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    gate = Gate.start(parts, any, keeper, new CartKeys(Map.of("reader", KEY)));
  }

  @AfterAll
  static void stop() {
    gate.close();
  }

  @BeforeEach
  void connect() throws IOException {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), gate.port());
    cart = RawCart.paired(address, Shop.CART_1, gate.keeper().key().publicKey());
    blocks = RawCart.ofSingleBlocks(address, Shop.CART_1, gate.keeper().key().publicKey());
  }

  @AfterEach
  void disconnect() {
    cart.close();
    blocks.close();
  }

  @ParameterizedTest // CORE_01, CORE_05
  @EnumSource(names = {"CON", "NON"})
  void getIsAnsweredInKind(CoAP.Type type) throws Exception {
    Request request = Request.newGet();
    request.setType(type);
    Response response = cart.send(request, "price-list");
    assertEquals(ResponseCode.CONTENT, response.getCode());
    assertEquals(type == CoAP.Type.CON ? CoAP.Type.ACK : CoAP.Type.NON, response.getType());
    assertEquals(MediaTypeRegistry.APPLICATION_JSON, response.getOptions().getContentFormat());
    assertEquals(request.getToken(), response.getToken());
  }

  @ParameterizedTest // CORE_04, CORE_08
  @EnumSource(names = {"CON", "NON"})
  void postIsAnsweredInKind(CoAP.Type type) throws Exception {
    Request request = status();
    request.setType(type);
    Response response = cart.send(request, "status");
    assertEquals(ResponseCode.CHANGED, response.getCode());
    assertEquals(type == CoAP.Type.CON ? CoAP.Type.ACK : CoAP.Type.NON, response.getType());
    assertEquals(MediaTypeRegistry.APPLICATION_CBOR, response.getOptions().getContentFormat());
  }

  @ParameterizedTest // CORE_02, CORE_03, CORE_06, CORE_07
  @EnumSource(names = {"PUT", "DELETE", "FETCH", "PATCH", "IPATCH"})
  void whatTheGateDoesNotDoIsRefusedWithReasons(Code code) throws Exception {
    for (String path : List.of("settle", "price-list", ".well-known/core")) {
      assertProblem(
          ResponseCode.METHOD_NOT_ALLOWED,
          ProblemKind.NOT_ALLOWED,
          cart.send(new Request(code), path));
    }
  }

  @Test // CORE_10, CORE_11, CORE_12
  void tokensOfAnyLengthComeBack() throws Exception {
    for (byte[] token : List.of(new byte[0], new byte[] {7}, new byte[8])) {
      Request request = Request.newGet();
      request.setToken(new Token(token));
      assertArrayEquals(token, cart.send(request, "price-list").getToken().getBytes());
    }
  }

  @Test // CORE_20
  void acceptIsHeeded() throws Exception {
    assertEquals(ResponseCode.CONTENT, accepting(MediaTypeRegistry.APPLICATION_JSON, "price-list"));
    assertEquals(
        ResponseCode.NOT_ACCEPTABLE, accepting(MediaTypeRegistry.APPLICATION_CBOR, "price-list"));
    assertEquals(
        ResponseCode.CONTENT,
        accepting(MediaTypeRegistry.APPLICATION_LINK_FORMAT, ".well-known/core"));
    assertEquals(
        ResponseCode.NOT_ACCEPTABLE,
        accepting(MediaTypeRegistry.APPLICATION_JSON, ".well-known/core"));
  }

  @Test // CORE_21
  void entityTagSavesTheBody() throws Exception {
    Response first = cart.send(Request.newGet(), "price-list");
    byte[] tag = first.getOptions().getETags().getFirst();
    Request again = Request.newGet();
    again.getOptions().addETag(tag);
    Response second = cart.send(again, "price-list");
    assertEquals(ResponseCode.VALID, second.getCode());
    assertEquals(0, second.getPayloadSize());
    Request other = Request.newGet();
    other.getOptions().addETag(new byte[] {1});
    assertEquals(ResponseCode.CONTENT, cart.send(other, "price-list").getCode());
  }

  @Test // CORE_22, CORE_23: conditions are critical, and the gate has none
  void conditionsAndUnknownCriticalOptionsAreBadOptions() throws Exception {
    Request match = Request.newGet();
    match.getOptions().addIfMatch(new byte[] {1});
    Request none = status();
    none.getOptions().setIfNoneMatch(true);
    Request unknown = Request.newGet();
    unknown.getOptions().addOption(FREE_CRITICAL.create(new byte[] {1}));
    assertProblem(ResponseCode.BAD_OPTION, ProblemKind.BAD_OPTION, cart.send(match, "price-list"));
    assertProblem(ResponseCode.BAD_OPTION, ProblemKind.BAD_OPTION, cart.send(none, "status"));
    assertProblem(
        ResponseCode.BAD_OPTION, ProblemKind.BAD_OPTION, cart.send(unknown, "price-list"));
  }

  @Test
  void unknownElectiveOptionsArePassedOver() throws Exception {
    Request request = Request.newGet();
    request.getOptions().addOption(FREE_ELECTIVE.create(new byte[] {1}));
    assertEquals(ResponseCode.CONTENT, cart.send(request, "price-list").getCode());
  }

  @Test
  void theGateIsNoProxy() throws Exception {
    Request request = Request.newGet();
    request.getOptions().setProxyScheme("coap");
    assertProblem(
        ResponseCode.PROXY_NOT_SUPPORTED, ProblemKind.NO_PROXY, cart.send(request, "price-list"));
  }

  @Test // LINK_01 to LINK_09
  void linksAreFilteredByTheirAttributes() throws Exception {
    assertTrue(links("").contains("</settle>;ct=60;rt=\"pannier.settle\""));
    assertEquals("</void>;ct=60;rt=\"pannier.void\"", links("rt=pannier.void"));
    assertEquals("</void>;ct=60;rt=\"pannier.void\"", links("href=/void"));
    assertEquals(2, links("rt=pannier.s*").split(",").length); // settle and status
    assertEquals("", links("rt=somebody.else"));
    assertTrue(links("ct=50").startsWith("</price-list>"));
    assertTrue(links("rt=pannier.status").contains(";obs"));
  }

  @ParameterizedTest // BLOCK_01, BLOCK_06: the peer says early how large blocks are
  @ValueSource(ints = {0, 2, 6})
  void blocksAreAsLargeAsThePeerWants(int szx) throws Exception {
    byte[] whole = new byte[list.document().length];
    int size = BlockOption.szx2Size(szx);
    for (int number = 0; number * size < whole.length; number++) {
      Request request = Request.newGet();
      request.getOptions().setBlock2(szx, false, number);
      Response response = blocks.send(request, "price-list");
      assertTrue(response.getPayloadSize() <= size);
      assertEquals(szx, response.getOptions().getBlock2().getSzx());
      System.arraycopy(response.getPayload(), 0, whole, number * size, response.getPayloadSize());
      assertEquals((number + 1) * size < whole.length, response.getOptions().getBlock2().isM());
    }
    assertArrayEquals(list.document(), whole);
  }

  @Test // BLOCK_04
  void longBodyTravelsInBlocks() throws Exception {
    List<String> doubts = List.of("camera 0: covered", "camera 1: dark", "scale: over range");
    byte[] body = StatusCodec.encode(new CartStatus("SHOPPING", "t-1", "", List.of(), doubts, 0));
    Response response = blocks.send(inBlock(Arrays.copyOf(body, 64), 0, true), "status");
    assertEquals(ResponseCode.CONTINUE, response.getCode());
    int number = 1;
    for (int at = 64; at < body.length; at += 64, number++) {
      byte[] block = Arrays.copyOfRange(body, at, Math.min(body.length, at + 64));
      response = blocks.send(inBlock(block, number, at + 64 < body.length), "status");
    }
    assertEquals(ResponseCode.CHANGED, response.getCode());
  }

  @Test
  void missingBlocksAreSaidToBeMissing() throws Exception {
    Response response = blocks.send(inBlock(new byte[64], 3, true), "settle");
    assertProblem(ResponseCode.REQUEST_ENTITY_INCOMPLETE, ProblemKind.INCOMPLETE, response);
  }

  @Test
  void oversizedMessageIsRefusedWithReasonsAndTheLimit() throws Exception {
    Request request = inBlock(new byte[64], 0, true);
    request.getOptions().setSize1(Limits.MOST_BYTES + 1);
    Response response = blocks.send(request, "settle");
    assertProblem(ResponseCode.REQUEST_ENTITY_TOO_LARGE, ProblemKind.TOO_LARGE, response);
  }

  private static Request inBlock(byte[] block, int number, boolean more) {
    Request request = Request.newPost().setPayload(block);
    request.getOptions().setContentFormat(MediaTypeRegistry.APPLICATION_CBOR);
    request.getOptions().setBlock1(2, more, number); // of 64 bytes
    return request;
  }

  private static Request status() {
    CartStatus status = new CartStatus("SHOPPING", "t-1", "", List.of(), List.of(), 0);
    Request request = Request.newPost().setPayload(StatusCodec.encode(status));
    request.getOptions().setContentFormat(MediaTypeRegistry.APPLICATION_CBOR);
    return request;
  }

  private ResponseCode accepting(int format, String path) throws Exception {
    Request request = Request.newGet();
    request.getOptions().setAccept(format);
    Response response = cart.send(request, path);
    if (response.isError()) {
      assertProblem(response.getCode(), ProblemKind.NOT_ACCEPTABLE, response);
    }
    return response.getCode();
  }

  private String links(String query) throws Exception {
    Request request = Request.newGet();
    if (!query.isEmpty()) {
      request.getOptions().addUriQuery(query);
    }
    Response response = cart.send(request, ".well-known/core");
    assertEquals(ResponseCode.CONTENT, response.getCode());
    assertEquals(
        MediaTypeRegistry.APPLICATION_LINK_FORMAT, response.getOptions().getContentFormat());
    return response.getPayloadString();
  }

  private static void assertProblem(ResponseCode code, ProblemKind kind, Response response)
      throws IOException {
    assertEquals(code, response.getCode());
    assertEquals(ProblemCodec.CONTENT_FORMAT, response.getOptions().getContentFormat());
    assertEquals(kind, ProblemCodec.decode(response.getPayload()).kind());
    assertFalse(ProblemCodec.decode(response.getPayload()).detail().isEmpty());
  }
}
