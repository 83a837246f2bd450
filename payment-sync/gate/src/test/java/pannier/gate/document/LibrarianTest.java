package pannier.gate.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.wire.Digest;
import pannier.wire.DocumentCodec;
import pannier.wire.DocumentName;
import pannier.wire.Photo;

class LibrarianTest {
  @TempDir Path folder = Path.of(".");
  private final Library library = new Library();
  private final Semaphore changes = new Semaphore(0);

  @Test
  void galleryIsOfferedAndAgainWhenItChanges() throws Exception {
    photo("milk", "1.jpg", 1);
    photo("Kiwi", "a.PNG", 2);
    Files.writeString(folder.resolve("README"), "no product");
    Files.writeString(folder.resolve("milk/notes.txt"), "no photo");
    try (Librarian _ = librarian()) {
      assertEquals(List.of("Kiwi", "milk"), products());
      Photo kiwi = gallery().getFirst();
      assertArrayEquals(new byte[] {2}, library.part(kiwi.part().digest()).orElseThrow());
      photo("milk", "2.jpg", 3);
      assertTrue(changes.tryAcquire(20, TimeUnit.SECONDS));
      assertEquals(List.of("Kiwi", "milk", "milk"), products());
    }
  }

  @Test
  void photoThatChangedSinceIsNotGivenAsTheOldOne() throws Exception {
    photo("milk", "1.jpg", 1);
    GalleryFolder read = new GalleryFolder(folder);
    library.offer(read.look().orElseThrow());
    Digest digest = gallery().getFirst().part().digest();
    photo("milk", "1.jpg", 9);
    assertEquals(Optional.empty(), library.part(digest));
    Files.delete(folder.resolve("milk/1.jpg"));
    assertEquals(Optional.empty(), library.part(digest));
  }

  private Librarian librarian() throws Exception {
    Duration look = Duration.ofMillis(10);
    return new Librarian(
        List.of(Librarian.Look.at(new GalleryFolder(folder), library)), look, changes::release);
  }

  private List<String> products() throws Exception {
    return gallery().stream().map(Photo::product).toList();
  }

  private List<Photo> gallery() throws Exception {
    return DocumentCodec.decodeGallery(library.find(DocumentName.GALLERY).orElseThrow().content());
  }

  private void photo(String product, String name, int content) throws Exception {
    Path at = Files.createDirectories(folder.resolve(product)).resolve(name);
    Files.write(at, new byte[] {(byte) content});
  }
}
