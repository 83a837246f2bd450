package pannier.vision.gallery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.domain.catalogue.ProductId;
import pannier.vision.embed.EmbeddingModel;
import pannier.vision.embed.ModelDescription;

class GalleryFileTest {
  private static final ProductId ADDED = new ProductId("Äpfel, grün");

  @TempDir Path folder;
  private ModelDescription model;
  private Gallery gallery;
  private Path file;

  @BeforeEach
  void make() throws IOException {
    model = EmbeddingModel.bundled().description();
    SortedMap<ProductId, List<float[]>> references = new TreeMap<>();
    for (int i = 0; i < 7; i++) {
      references.put(new ProductId("product-" + i), List.of(unit(i), unit(100 + i)));
    }
    gallery = Gallery.of(references, model.backgrounds(), GalleryRules.parse(model.gallery()));
    file = folder.resolve("shop.gallery");
  }

  @Test
  void whatIsReadIsWhatWasWrittenToTheBit() throws IOException {
    Gallery before = gallery.with(ADDED, List.of(unit(50)));
    GalleryFile.write(file, before, model.sha256());
    Gallery after = GalleryFile.read(file, model);
    assertEquals(before.products(), after.products());
    assertEquals(before.match(unit(3)), after.match(unit(3)));
    assertArrayEquals(before.calibration().handicap(), after.calibration().handicap());
    GalleryFile.write(folder.resolve("again"), after, model.sha256());
    assertEquals(-1, Files.mismatch(file, folder.resolve("again")));
  }

  @Test
  void nothingButTheFileIsLeftBehind() throws IOException {
    GalleryFile.write(file, gallery, model.sha256());
    GalleryFile.write(file, gallery, model.sha256());
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void everyDamagedOrShortenedFileIsRefusedByName() throws IOException {
    GalleryFile.write(file, gallery, model.sha256());
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(1);
    for (int i = 0; i < 60; i++) {
      byte[] damaged = whole.clone();
      damaged[i < 20 ? i : random.nextInt(whole.length)] ^= (byte) (1 + random.nextInt(255));
      assertRefused(damaged);
    }
    for (int length : new int[] {0, 7, 11, 20, 60, whole.length / 2, whole.length - 1}) {
      assertRefused(Arrays.copyOf(whole, length));
    }
  }

  @Test
  void aGalleryOfAnotherModelIsRefused() throws IOException {
    GalleryFile.write(file, gallery, "ab".repeat(32));
    var error = assertThrows(GalleryException.class, () -> GalleryFile.read(file, model));
    assertTrue(String.valueOf(error.getMessage()).contains("made with model abababababab"));
  }

  @Test
  void aProductIsTakenOutAgainWithoutATrace() {
    Gallery there = gallery.with(ADDED, List.of(unit(50), unit(51)));
    assertEquals(ADDED, there.match(unit(50)).candidates().getFirst().product());
    assertEquals(gallery.match(unit(50)), there.without(ADDED).match(unit(50)));
    assertThrows(IllegalArgumentException.class, () -> gallery.without(ADDED));
  }

  @Test
  void mergingTakesEachReferenceOnce() {
    Gallery more = gallery.with(ADDED, List.of(unit(50)));
    assertEquals(gallery.size() + 1, gallery.merge(more).size());
    assertEquals(gallery.merge(more).match(unit(2)), more.merge(gallery).match(unit(2)));
  }

  private void assertRefused(byte[] content) throws IOException {
    Files.write(file, content);
    var error = assertThrows(GalleryException.class, () -> GalleryFile.read(file, model));
    assertTrue(String.valueOf(error.getMessage()).startsWith(file.toString()));
  }

  private float[] unit(int seed) {
    Random random = new Random(seed);
    float[] vector = new float[model.dimensions()];
    double squares = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
      squares += vector[i] * vector[i];
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }
}
