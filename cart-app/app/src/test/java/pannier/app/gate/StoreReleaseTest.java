package pannier.app.gate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.payment.cart.Wanted;
import pannier.wire.Digest;
import pannier.wire.DocumentCodec;
import pannier.wire.MalformedMessageException;
import pannier.wire.Part;
import pannier.wire.Photo;

/** A release in three pieces and a signature, over whatever stops the cart. */
class StoreReleaseTest {
  private static final String NAME = "pannier-cart_0.3.0_arm64.deb";
  private static final List<byte[]> PIECES = List.of(bytes("one"), bytes("two"), bytes("three"));
  private static final byte[] SIGNATURE = bytes("signature");

  @TempDir Path data = Path.of(".");

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private StoreRelease running(String version) {
    return StoreRelease.in(data, Optional.of(version));
  }

  private static byte[] index(String name) {
    List<Photo> pieces = new ArrayList<>();
    PIECES.forEach(piece -> pieces.add(new Photo(name, Part.of(piece))));
    pieces.add(new Photo(name + ".sig", Part.of(SIGNATURE)));
    return DocumentCodec.encode(pieces);
  }

  private boolean ready() {
    return Files.exists(data.resolve("release/ready"));
  }

  private void fetch(StoreRelease release) throws IOException {
    release.begin(index(NAME));
    for (byte[] piece : PIECES) {
      release.keep(Part.of(piece), piece);
    }
    release.keep(Part.of(SIGNATURE), SIGNATURE);
  }

  @Test
  void isTakenOnlyWholeAndOnlyWhenItMay() throws IOException {
    StoreRelease release = running("0.2.0");
    assertEquals(4, release.begin(index(NAME)).size());
    release.keep(Part.of(PIECES.get(1)), PIECES.get(1));
    release.offer(true);
    assertFalse(ready());
    assertFalse(Files.exists(data.resolve("release").resolve(NAME)));

    fetch(running("0.2.0"));
    assertArrayEquals(
        bytes("onetwothree"), Files.readAllBytes(data.resolve("release").resolve(NAME)));
    assertArrayEquals(
        SIGNATURE, Files.readAllBytes(data.resolve("release").resolve(NAME + ".sig")));
    release.offer(true);
    assertTrue(ready());
    release.offer(false);
    assertFalse(ready());
  }

  @Test
  void afterAPowerCutOnlyWhatIsMissingIsFetched() throws IOException {
    running("0.2.0").begin(index(NAME));
    running("0.2.0").keep(Part.of(PIECES.getFirst()), PIECES.getFirst());
    List<Wanted> left = running("0.2.0").begin(index(NAME));
    assertEquals(3, left.size());
    assertFalse(left.contains(new Wanted.Piece(Part.of(PIECES.getFirst()))));
  }

  @Test
  void pieceThatTheCardLostIsFetchedAgain() throws IOException {
    StoreRelease release = running("0.2.0");
    release.begin(index(NAME));
    release.keep(Part.of(PIECES.get(0)), PIECES.get(0));
    Path kept = data.resolve("release/pieces").resolve(Part.of(PIECES.get(0)).digest().hex());
    Files.write(kept, bytes("rotten"));
    release.keep(Part.of(PIECES.get(1)), PIECES.get(1));
    release.keep(Part.of(PIECES.get(2)), PIECES.get(2));
    assertThrows(IOException.class, () -> release.keep(Part.of(SIGNATURE), SIGNATURE));
    assertEquals(List.of(new Wanted.Piece(Part.of(PIECES.get(0)))), release.begin(index(NAME)));
  }

  @Test
  void versionThatRunsOrFailedIsNotTakenAgain() throws IOException {
    fetch(running("0.2.0"));
    running("0.3.0").offer(true);
    assertFalse(ready());

    Files.writeString(data.resolve("release/failed"), "0.3.0\n");
    StoreRelease after = running("0.2.0");
    assertEquals("0.3.0", after.failed());
    after.offer(true);
    assertFalse(ready());
    assertEquals(List.of(), after.begin(index(NAME)));
    assertEquals(Optional.empty(), after.wanted(Digest.of(index(NAME))));
  }

  @Test
  void onlyPackagesOfACartAreTaken() {
    assertThrows(
        MalformedMessageException.class,
        () -> running("0.2.0").begin(index("shadow_0.3.0_arm64.deb")));
  }

  @Test
  void cartThatWasNotInstalledAsAPackageAsksForNothing() {
    StoreRelease none = StoreRelease.in(data, Optional.empty());
    assertEquals(Optional.empty(), none.wanted(Digest.of(index(NAME))));
  }
}
