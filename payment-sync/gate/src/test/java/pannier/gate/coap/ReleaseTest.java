package pannier.gate.coap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.Gate;
import pannier.gate.Shop;
import pannier.gate.ledger.SqliteLedger;
import pannier.gate.pairing.Doorkeeper;
import pannier.gate.provider.SandboxProvider;
import pannier.gate.settlement.GateParts;
import pannier.wire.DocumentCodec;
import pannier.wire.Part;
import pannier.wire.Photo;

/** A version of the carts' program, fetched from a gate as carts do. */
class ReleaseTest {
  private static final String NAME = "pannier-cart_0.3.0_arm64.deb";

  @TempDir Path folder = Path.of(".");

  private Gate gate(Path release, Doorkeeper keeper) throws Exception {
    GateParts parts =
        new GateParts(
            SqliteLedger.open(folder.resolve("ledger.db")),
            SandboxProvider.open(folder.resolve("sandbox.db")),
            (key, receiptId) -> {},
            Shop.CATALOGUE,
            InstantSource.system());
    Gate.Folders folders = new Gate.Folders(Optional.empty(), Optional.of(release));
    Gate.Extras none = Gate.Extras.NONE;
    return Gate.start(
        parts,
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        keeper,
        new CartKeys(Map.of()),
        new Gate.Extras(
            none.others(), none.disputes(), none.checkpoints(), none.masses(), folders));
  }

  @Test
  void aPackageComesPieceByPieceAsItLiesInTheFolder() throws Exception {
    byte[] debian = new byte[1_500_000];
    new Random(1).nextBytes(debian);
    Path release = Files.createDirectories(folder.resolve("release"));
    Files.write(release.resolve(NAME), debian);
    Files.write(release.resolve(NAME + ".sig"), new byte[64]);
    Files.writeString(release.resolve("stage"), "100");
    Doorkeeper keeper = Doorkeeper.open(folder, InstantSource.system());
    keeper.carts().pair("cart-1", Shop.CART_1.publicKey(), "test");
    try (Gate gate = gate(release, keeper)) {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      InetSocketAddress address = new InetSocketAddress(loopback, gate.port());
      RawCart cart = RawCart.paired(address, Shop.CART_1, keeper.key().publicKey());
      ByteArrayOutputStream index = new ByteArrayOutputStream();
      for (Part part : DocumentCodec.decodeParts(get(cart, "parts/release")).list()) {
        index.writeBytes(get(cart, "part/" + part.digest().hex()));
      }
      List<Photo> pieces = DocumentCodec.decodeGallery(index.toByteArray());
      assertEquals(
          List.of(NAME, NAME, NAME + ".sig"), pieces.stream().map(Photo::product).toList());
      ByteArrayOutputStream came = new ByteArrayOutputStream();
      for (Photo piece : pieces.subList(0, 2)) {
        came.writeBytes(get(cart, "part/" + piece.part().digest().hex()));
      }
      assertArrayEquals(debian, came.toByteArray());
      cart.close();
    }
  }

  private static byte[] get(RawCart cart, String path) throws Exception {
    Response response = cart.send(Request.newGet(), path);
    assertEquals(ResponseCode.CONTENT, response.getCode(), path);
    return response.getPayload();
  }
}
