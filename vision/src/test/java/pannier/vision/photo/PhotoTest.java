package pannier.vision.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

class PhotoTest {
  @TempDir Path folder;

  @Test
  void aWholeJpegIsRead() throws IOException {
    Mat photo = Photo.read(write(Drawing.jpeg(Drawing.picture(1, 1))));
    assertEquals(160, photo.cols());
    assertEquals(120, photo.rows());
  }

  @Test
  void aProgressiveJpegAndWhatCamerasAppendAreRead() throws IOException {
    MatOfByte encoded = new MatOfByte();
    MatOfInt progressive = new MatOfInt(Imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1);
    Imgcodecs.imencode(".jpg", Drawing.picture(1, 1), encoded, progressive);
    byte[] content = encoded.toArray();
    assertEquals(160, Photo.read(write(content)).cols());
    assertEquals(160, Photo.read(write(Arrays.copyOf(content, content.length + 500))).cols());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.3, 0.5, 0.9, 0.999})
  void aJpegThatWasCutAnywhereIsRefusedByName(double kept) throws IOException {
    byte[] whole = Drawing.jpeg(Drawing.picture(1, 1));
    Path file = write(Arrays.copyOf(whole, (int) (whole.length * kept)));
    var error = assertThrows(PhotoException.class, () -> Photo.read(file));
    assertTrue(String.valueOf(error.getMessage()).startsWith(file + ": broken JPEG"));
  }

  @Test
  void anEmptyFileAndOneOfTextAreRefused() throws IOException {
    Path empty = write(new byte[0]);
    assertThrows(PhotoException.class, () -> Photo.read(empty));
    Path text = write("not a photo at all".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThrows(PhotoException.class, () -> Photo.read(text));
  }

  @Test
  void foldersListProductsAndPhotosInTheOrderOfTheirNames() throws IOException {
    Drawing.products(folder, 3, 2, 0);
    Files.writeString(folder.resolve("notes.txt"), "passed over");
    Files.createDirectory(folder.resolve(".hidden"));
    var found = PhotoFolders.byProduct(folder);
    assertEquals(
        List.of("product-0", "product-1", "product-2"),
        found.keySet().stream().map(product -> product.value()).toList());
    assertEquals(
        List.of("view-0.jpg", "view-1.jpg"),
        found.firstEntry().getValue().stream().map(p -> p.getFileName().toString()).toList());
  }

  @Test
  void missingAndEmptyFoldersAreRefusedByName() throws IOException {
    Path missing = folder.resolve("missing");
    assertRefused(missing, "no such folder");
    assertRefused(folder, "no product");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    var error = assertThrows(PhotoException.class, () -> PhotoFolders.byProduct(folder));
    assertTrue(String.valueOf(error.getMessage()).startsWith(empty.toString()));
  }

  private static void assertRefused(Path named, String why) {
    var error = assertThrows(PhotoException.class, () -> PhotoFolders.byProduct(named));
    String message = String.valueOf(error.getMessage());
    assertTrue(message.startsWith(named.toString()) && message.contains(why), message);
  }

  private Path write(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(folder, "photo", ".jpg"), content);
  }
}
