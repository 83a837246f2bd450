package pannier.gate.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.wire.DocumentCodec;
import pannier.wire.DocumentName;
import pannier.wire.Photo;

/** A folder that staff put a version of the carts' program into. */
class ReleaseFolderTest {
  private static final String NAME = "pannier-cart_0.3.0_arm64.deb";

  @TempDir Path folder = Path.of(".");
  private final byte[] content = new byte[2_500_000];

  private void put() throws IOException {
    new Random(1).nextBytes(content);
    Files.write(folder.resolve(NAME), content);
    Files.writeString(folder.resolve(NAME + ".sig"), "signature");
    Files.writeString(folder.resolve("stage"), "10\n");
  }

  @Test
  void piecesFromTheLibraryAreThePackageAgain() throws IOException {
    put();
    ReleaseFolder.Found found = new ReleaseFolder(folder).look().orElseThrow();
    assertEquals("0.3.0", found.version());
    assertEquals(10, found.percent());
    assertEquals(4, found.pieces().size(), "three of the package, one of its signature");

    Library library = new Library();
    library.offer(found);
    byte[] index = library.find(DocumentName.RELEASE).orElseThrow().content();
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (Photo piece : DocumentCodec.decodeGallery(index)) {
      if (piece.product().equals(NAME)) {
        whole.write(library.part(piece.part().digest()).orElseThrow());
      }
    }
    assertArrayEquals(content, whole.toByteArray());
  }

  @Test
  void pieceOfAFileThatWasReplacedIsNotHandedOut() throws IOException {
    put();
    ReleaseFolder.Found found = new ReleaseFolder(folder).look().orElseThrow();
    Library library = new Library();
    library.offer(found);
    Arrays.fill(content, (byte) 0);
    Files.write(folder.resolve(NAME), content);
    assertEquals(Optional.empty(), library.part(found.pieces().getFirst().part().digest()));
  }

  @Test
  void onlyAWholeReleaseIsOffered() throws IOException {
    ReleaseFolder watched = new ReleaseFolder(folder);
    put();
    Files.delete(folder.resolve(NAME + ".sig"));
    assertEquals("", watched.look().orElseThrow().version());
    assertTrue(watched.look().isEmpty(), "nothing changed");
    put();
    assertEquals("0.3.0", watched.look().orElseThrow().version());
    Files.writeString(folder.resolve("stage"), "all");
    assertEquals("", watched.look().orElseThrow().version());
    Files.writeString(folder.resolve("stage"), "100");
    Files.write(folder.resolve("pannier-cart_0.4.0_arm64.deb"), content);
    assertEquals("", watched.look().orElseThrow().version());
  }
}
