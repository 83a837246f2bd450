package pannier.vision.embed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import pannier.vision.photo.Drawing;

class EmbedderTest {
  private Embedder embedder;

  @BeforeEach
  void open() throws IOException {
    embedder = Embedder.open(EmbeddingModel.bundled());
  }

  @AfterEach
  void close() {
    embedder.close();
  }

  @Test
  void theSamePictureGivesTheSameEmbeddingToTheBit() throws IOException {
    float[] first = embedder.embed(Drawing.picture(1, 1));
    embedder.embed(Drawing.picture(2, 1));
    assertArrayEquals(first, embedder.embed(Drawing.picture(1, 1)));
    try (Embedder another = Embedder.open(EmbeddingModel.bundled())) {
      assertArrayEquals(first, another.embed(Drawing.picture(1, 1)));
    }
  }

  @Test
  void embeddingsHaveLengthOneAndTheModelsDimensions() throws IOException {
    float[] embedding = embedder.embed(Drawing.picture(1, 1));
    assertEquals(embedder.description().dimensions(), embedding.length);
    assertEquals(1, inner(embedding, embedding), 1e-5);
  }

  @Test
  void viewsOfOneThingAreMoreAlikeThanViewsOfTwo() throws IOException {
    float[] one = embedder.embed(Drawing.picture(1, 1));
    float[] again = embedder.embed(Drawing.picture(1, 2));
    float[] other = embedder.embed(Drawing.picture(2, 1));
    assertTrue(inner(one, again) > inner(one, other));
  }

  @Test
  void aPictureOfOnePixelIsEmbeddedAndAGreyOneRefused() {
    assertEquals(
        embedder.description().dimensions(), embedder.embed(new Mat(1, 1, CvType.CV_8UC3)).length);
    Mat grey = new Mat(10, 10, CvType.CV_8UC1);
    assertThrows(IllegalArgumentException.class, () -> embedder.embed(grey));
  }

  @Test
  void everyPixelValueReachesTheInputAsTheSidecarSays() throws IOException {
    try (Interpreter interpreter = Interpreter.open(EmbeddingModel.bundled().content());
        Preprocessor preprocessor = new Preprocessor(interpreter.input())) {
      Tensor input = interpreter.input();
      int size = input.shape().get(1);
      for (int value = 0; value < 256; value++) {
        Mat flat = new Mat(size, size, CvType.CV_8UC3, new org.opencv.core.Scalar(0, 128, value));
        preprocessor.write(flat);
        byte red = input.data().get(java.lang.foreign.ValueLayout.JAVA_BYTE, 0);
        double real = input.scale() * (red - input.zeroPoint());
        assertEquals(value / 127.5 - 1, real, 0.51 * input.scale(), "red comes first");
      }
    }
  }

  @Test
  void theFallBackThatComputesInFloatSeesTheSame() throws IOException {
    byte[] content = resource("embedding-float.tflite");
    String sidecar =
        new String(resource("embedding.json"), StandardCharsets.UTF_8)
            .replace(embedder.description().sha256(), EmbeddingModel.sha256(content));
    EmbeddingModel inFloat =
        EmbeddingModel.checked("", sidecar.getBytes(StandardCharsets.UTF_8), content);
    try (Embedder exact = Embedder.open(inFloat)) {
      for (int kind = 0; kind < 4; kind++) {
        float[] whole = embedder.embed(Drawing.picture(kind, 1));
        assertTrue(inner(whole, exact.embed(Drawing.picture(kind, 1))) > 0.9, "kind " + kind);
      }
    }
  }

  @Test
  void bothModelsTakeFiveMegabytesAtMost() throws IOException {
    assertTrue(resource("embedding.tflite").length <= 5_000_000);
    assertTrue(resource("embedding-float.tflite").length <= 5_000_000);
  }

  @Test
  void aModelThatIsNotTheOneItsSidecarNamesIsRefused(@TempDir Path folder) throws IOException {
    Files.write(folder.resolve("embedding.json"), resource("embedding.json"));
    byte[] content = EmbeddingModel.bundled().content();
    content[content.length / 2] ^= 1;
    Files.write(folder.resolve("embedding.tflite"), content);
    var error = assertThrows(ModelException.class, () -> EmbeddingModel.read(folder));
    assertTrue(String.valueOf(error.getMessage()).contains("embedding.tflite: its SHA-256 is"));
  }

  @Test
  void aSidecarThatIsNoJsonOrLacksAKeyIsRefusedByName(@TempDir Path folder) throws IOException {
    assertRefused(folder, "{\"version\":", "not JSON");
    assertRefused(folder, "{\"version\":\"1\"}", "the key \"gallery\" is missing");
  }

  private static void assertRefused(Path folder, String sidecar, String why) {
    var error =
        assertThrows(
            ModelException.class,
            () ->
                EmbeddingModel.checked(
                    folder + "/", sidecar.getBytes(StandardCharsets.UTF_8), new byte[0]));
    String message = String.valueOf(error.getMessage());
    assertTrue(message.startsWith(folder + "/embedding.json") && message.contains(why), message);
  }

  private static byte[] resource(String name) throws IOException {
    try (var file = EmbedderTest.class.getResourceAsStream("/pannier/vision/model/" + name)) {
      assertTrue(file != null, name);
      return file.readAllBytes();
    }
  }

  private static double inner(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
