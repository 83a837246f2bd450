package pannier.vision.gallery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingCacheTest {
  private static final String MODEL = "0123456789abcdef0123";
  private static final String PHOTO = "photo-digest";
  private static final float[] EMBEDDING = {1f, -0f, Float.MIN_VALUE, 0.1f};

  @TempDir Path folder;
  private EmbeddingCache cache;

  @BeforeEach
  void open() throws IOException {
    cache = EmbeddingCache.in(folder, MODEL, EMBEDDING.length);
  }

  @Test
  void whatComesOutIsWhatWentInToTheBit() {
    assertEquals(Optional.empty(), cache.find(PHOTO));
    cache.put(PHOTO, EMBEDDING);
    assertArrayEquals(EMBEDDING, cache.find(PHOTO).orElseThrow());
  }

  @Test
  void anotherModelDoesNotSeeIt() throws IOException {
    cache.put(PHOTO, EMBEDDING);
    var other = EmbeddingCache.in(folder, "f" + MODEL, EMBEDDING.length);
    assertEquals(Optional.empty(), other.find(PHOTO));
  }

  @Test
  void damagedEntriesAreAsGoodAsNone() throws IOException {
    cache.put(PHOTO, EMBEDDING);
    Path entry;
    try (var files = Files.walk(folder)) {
      entry = files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    byte[] content = Files.readAllBytes(entry);
    for (int i = 0; i < content.length; i++) {
      byte[] damaged = content.clone();
      damaged[i] ^= 4;
      Files.write(entry, damaged);
      assertEquals(Optional.empty(), cache.find(PHOTO));
    }
    Files.write(entry, new byte[0]);
    assertEquals(Optional.empty(), cache.find(PHOTO));
  }
}
