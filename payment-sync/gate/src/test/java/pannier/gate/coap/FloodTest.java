package pannier.gate.coap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SplittableRandom;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.Shop;
import pannier.gate.document.Library;
import pannier.gate.fleet.Fleet;
import pannier.gate.fleet.Heard;
import pannier.gate.fleet.Stages;
import pannier.gate.fleet.StatusDesk;
import pannier.gate.ledger.SqliteLedger;
import pannier.gate.pairing.Doorkeeper;
import pannier.gate.provider.SandboxProvider;
import pannier.gate.settlement.Captures;
import pannier.gate.settlement.GateParts;
import pannier.gate.settlement.Settlements;
import pannier.wire.ProblemCodec;
import pannier.wire.ProblemKind;

/** Peers that send too much, or nonsense, cost little and harm nobody else. */
class FloodTest {
  private static final int HEADER = 13;

  @TempDir Path folder = Path.of(".");
  private final InstantSource clock = InstantSource.system();
  private GateParts parts;
  private Captures captures;
  private Doorkeeper keeper;
  private GateServer server;
  private InetSocketAddress address;

  @BeforeEach
  void start() throws IOException {
    parts =
        new GateParts(
            SqliteLedger.open(folder.resolve("ledger.db")),
            SandboxProvider.open(folder.resolve("sandbox.db")),
            (key, receiptId) -> {},
            Shop.CATALOGUE,
            clock);
    captures = new Captures(parts);
    keeper = Doorkeeper.open(folder, clock);
    keeper.carts().pair("cart-1", Shop.CART_1.publicKey(), "test");
    keeper.carts().pair("cart-2", Shop.CART_2.publicKey(), "test");
    GateServer.Desks desks =
        new GateServer.Desks(
            new Settlements(parts),
            captures,
            new StatusDesk(new Fleet(clock), Heard.NOBODY, new Library(), new Stages(), clock),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    InetAddress loopback = InetAddress.getLoopbackAddress();
    server =
        GateServer.start(
            new InetSocketAddress(loopback, 0), new Doors(keeper, CartKeys.NONE, limits()), desks);
    address = new InetSocketAddress(loopback, server.port());
  }

  /** Handshakes as in a store; three requests at once, and another in an hour. */
  private static GateLimits limits() {
    return new GateLimits(
        GateLimits.ofStore(System::nanoTime).handshakes(),
        new Allowance(
            new Allowance.Rate(1 / 3600.0, 3),
            new Allowance.Rate(1_000, 1_000),
            100,
            System::nanoTime));
  }

  @AfterEach
  void stop() {
    server.close();
    captures.close();
    keeper.close();
    parts.provider().close();
    parts.ledger().close();
  }

  @Test
  void cartThatAsksTooMuchIsToldToWaitAndOthersAreServed() throws Exception {
    try (RawCart one = RawCart.paired(address, Shop.CART_1, keeper.key().publicKey());
        RawCart two = RawCart.paired(address, Shop.CART_2, keeper.key().publicKey())) {
      for (int i = 0; i < 3; i++) {
        assertEquals(ResponseCode.BAD_REQUEST, nonsense(one).getCode());
      }
      Response fourth = nonsense(one);
      assertEquals(ResponseCode.TOO_MANY_REQUESTS, fourth.getCode());
      assertEquals(ProblemKind.TOO_MANY, ProblemCodec.decode(fourth.getPayload()).kind());
      assertEquals(ResponseCode.BAD_REQUEST, nonsense(two).getCode());
    }
  }

  @Test
  void datagramsOfNonsenseDoNotKeepACartOut() throws Exception {
    SplittableRandom random = new SplittableRandom(7);
    try (DatagramSocket flood = new DatagramSocket()) {
      for (int i = 0; i < 20_000; i++) {
        byte[] datagram = new byte[random.nextInt(1, 1_400)];
        random.nextBytes(datagram);
        if (i % 2 == 0 && datagram.length > HEADER) {
          handshakeHeader(datagram); // gets past the first look
        }
        flood.send(new DatagramPacket(datagram, datagram.length, address));
      }
    }
    try (RawCart cart = RawCart.paired(address, Shop.CART_1, keeper.key().publicKey())) {
      assertEquals(ResponseCode.BAD_REQUEST, nonsense(cart).getCode());
    }
    assertTrue(parts.ledger().listUndecided().isEmpty());
  }

  /** Type, version, epoch 0, and a length that is right (RFC 6347 section 4.1). */
  private static void handshakeHeader(byte[] datagram) {
    datagram[0] = 22;
    datagram[1] = (byte) 0xfe;
    datagram[2] = (byte) 0xfd;
    datagram[3] = 0;
    datagram[4] = 0;
    int length = datagram.length - HEADER;
    datagram[11] = (byte) (length >> 8);
    datagram[12] = (byte) length;
  }

  private static Response nonsense(RawCart cart) throws InterruptedException {
    Request request = Request.newPost().setPayload(new byte[] {1});
    request.getOptions().setContentFormat(MediaTypeRegistry.APPLICATION_CBOR);
    return cart.send(request, "settle");
  }
}
