package pannier.app.gate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.payment.cart.Wanted;
import pannier.wire.Digest;
import pannier.wire.DocumentCodec;
import pannier.wire.DocumentName;
import pannier.wire.Part;
import pannier.wire.Photo;

class StoreGalleryTest {
  private static final byte[] RED = {1};
  private static final byte[] GREEN = {2};
  private static final byte[] BLUE = {3};

  @TempDir Path data = Path.of(".");

  @Test
  void halfAVersionIsNotEnrolledFrom() throws Exception {
    StoreGallery gallery = StoreGallery.in(data);
    assertEquals(
        List.of(piece(RED), piece(GREEN)), gallery.begin(index("milk", RED, "tea", GREEN)));
    gallery.keep(Part.of(RED), RED);
    assertEquals(Optional.empty(), gallery.latest());
    gallery.keep(Part.of(GREEN), GREEN);
    Path whole = gallery.latest().orElseThrow();
    assertArrayEquals(RED, Files.readAllBytes(whole.resolve("milk/000000.jpg")));
    assertArrayEquals(GREEN, Files.readAllBytes(whole.resolve("tea/000001.jpg")));
  }

  @Test
  void nextVersionFetchesOnlyItsNewPhotosAndReplacesTheLast() throws Exception {
    StoreGallery gallery = StoreGallery.in(data);
    gallery.begin(index("milk", RED, "tea", GREEN));
    gallery.keep(Part.of(RED), RED);
    gallery.keep(Part.of(GREEN), GREEN);
    byte[] next = index("milk", RED, "tea", BLUE);
    assertEquals(List.of(piece(BLUE)), gallery.begin(next));
    Path before = gallery.latest().orElseThrow();
    gallery.keep(Part.of(BLUE), BLUE);
    Path whole = gallery.latest().orElseThrow();
    assertEquals(Digest.of(next).hex(), whole.getFileName().toString());
    assertEquals(false, Files.exists(before));
    try (Stream<Path> stored = Files.list(data.resolve("gallery/store"))) {
      assertEquals(2, stored.count());
    }
    assertEquals(Optional.empty(), gallery.wanted(Digest.of(next)));
  }

  @Test
  void cartThatWasSwitchedOffOnTheWayGoesOnWhereItWas() throws Exception {
    byte[] index = index("milk", RED, "tea", GREEN);
    StoreGallery before = StoreGallery.in(data);
    before.begin(index);
    before.keep(Part.of(RED), RED);
    StoreGallery after = StoreGallery.in(data);
    assertEquals(
        Optional.of(new Wanted.Document(DocumentName.GALLERY, Optional.empty())),
        after.wanted(Digest.of(index)));
    assertEquals(List.of(piece(GREEN)), after.begin(index));
    after.keep(Part.of(GREEN), GREEN);
    assertEquals(Digest.of(index).hex(), after.latest().orElseThrow().getFileName().toString());
  }

  @Test
  void versionOfPhotosThatAreAllHereIsWholeAtOnce() throws Exception {
    StoreGallery gallery = StoreGallery.in(data);
    gallery.begin(index("milk", RED, "tea", GREEN));
    gallery.keep(Part.of(RED), RED);
    gallery.keep(Part.of(GREEN), GREEN);
    byte[] turned = index("milk", GREEN, "tea", RED);
    assertEquals(List.of(), gallery.begin(turned));
    Path whole = gallery.latest().orElseThrow();
    assertArrayEquals(GREEN, Files.readAllBytes(whole.resolve("milk/000000.jpg")));
  }

  private static Wanted piece(byte[] content) {
    return new Wanted.Piece(Part.of(content));
  }

  private static byte[] index(String first, byte[] one, String second, byte[] two)
      throws IOException {
    return DocumentCodec.encode(
        List.of(new Photo(first, Part.of(one)), new Photo(second, Part.of(two))));
  }
}
