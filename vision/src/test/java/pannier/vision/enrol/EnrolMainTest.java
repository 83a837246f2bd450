package pannier.vision.enrol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import pannier.domain.catalogue.ProductId;
import pannier.vision.embed.EmbeddingModel;
import pannier.vision.gallery.Gallery;
import pannier.vision.gallery.GalleryFile;
import pannier.vision.opencv.OpenCv;
import pannier.vision.photo.Drawing;

class EnrolMainTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path photos;
  private Path gallery;

  @BeforeEach
  void drawPhotos() throws IOException {
    OpenCv.load();
    photos = folder.resolve("photos");
    gallery = folder.resolve("shop.gallery");
    Drawing.products(photos, 3, 3, 1);
  }

  @Test
  void photosMakeAGalleryAndMoreOfThemAddToIt() throws IOException {
    assertEquals(0, run(photos.toString(), "--gallery", gallery.toString()), () -> text(err));
    assertEquals(3, read().products().size());
    Path more = folder.resolve("more");
    Drawing.products(more, 5, 2, 60);
    assertEquals(0, run(more.toString(), "--gallery", gallery.toString(), "--json"));
    assertEquals(5, read().products().size());
    JsonNode last = new ObjectMapper().readTree(text(out).lines().toList().getLast());
    assertEquals("product-4", last.get("product").asText());
    assertEquals(2, last.get("pictures").asInt());
  }

  @Test
  void productsAreTakenOutAndOtherGalleriesTakenIn() throws IOException {
    run(photos.toString(), "--gallery", gallery.toString());
    Path other = folder.resolve("other.gallery");
    Path more = folder.resolve("more");
    Drawing.products(more, 4, 1, 60);
    run(more.toString(), "--gallery", other.toString());
    assertEquals(
        0,
        run(
            "--gallery",
            gallery.toString(),
            "--merge",
            other.toString(),
            "--remove",
            "product-0,product-1"),
        () -> text(err));
    assertEquals(
        List.of("product-2", "product-3"),
        read().products().stream().map(product -> product.value()).toList());
  }

  @Test
  void someProductsAreExportedForAnotherShopToMerge() throws IOException {
    run(photos.toString(), "--gallery", gallery.toString());
    byte[] before = Files.readAllBytes(gallery);
    Path part = folder.resolve("part.gallery");
    assertEquals(
        0,
        run(
            "--gallery",
            gallery.toString(),
            "--export",
            part.toString(),
            "--only",
            "product-0,product-2"),
        () -> text(err));
    assertArrayEquals(before, Files.readAllBytes(gallery));
    Path theirs = folder.resolve("theirs.gallery");
    assertEquals(0, run("--gallery", theirs.toString(), "--merge", part.toString()));
    Gallery merged = GalleryFile.read(theirs, EmbeddingModel.bundled().description());
    assertEquals(
        List.of("product-0", "product-2"),
        merged.products().stream().map(product -> product.value()).toList());
    assertArrayEquals(views(read(), "product-2"), views(merged, "product-2"));
  }

  @Test
  void badInputIsOneLineAndLeavesTheGalleryAsItWas() throws IOException {
    run(photos.toString(), "--gallery", gallery.toString());
    byte[] before = Files.readAllBytes(gallery);
    String file = gallery.toString();
    Path missing = folder.resolve("missing");
    assertBadInput(missing.toString(), missing.toString(), "--gallery", file);
    assertBadInput("--product", "--video", "a.mp4", "--gallery", file);
    assertBadInput(
        missing.toString(), "--video", missing.toString(), "--product", "p", "--gallery", file);
    assertBadInput("no product nobody", "--remove", "nobody", "--gallery", file);
    assertBadInput(missing.toString(), "--merge", missing.toString(), "--gallery", file);
    assertBadInput("nothing to do", "--gallery", file);
    assertBadInput("--export FILE", "--only", "product-0", "--gallery", file);
    String part = folder.resolve("part.gallery").toString();
    assertBadInput("no product nobody", "--export", part, "--only", "nobody", "--gallery", file);
    assertBadInput(
        missing.toString(), "--export", missing.resolve("x").toString(), "--gallery", file);
    Path broken = Files.write(folder.resolve("broken.gallery"), new byte[50]);
    assertBadInput(broken.toString(), photos.toString(), "--gallery", broken.toString());
    assertBadInput(
        missing.toString(), photos.toString(), "--gallery", missing.resolve("x").toString());
    assertArrayEquals(before, Files.readAllBytes(gallery));
  }

  @Test
  void aProductOfWhichNoPhotoIsFitIsNamedWithTheReasons() throws IOException {
    Path dim = folder.resolve("dim");
    Path night = Files.createDirectories(dim.resolve("night"));
    Files.write(
        night.resolve("1.jpg"),
        Drawing.jpeg(new Mat(200, 200, CvType.CV_8UC3, new Scalar(9, 9, 9))));
    assertBadInput("night", dim.toString(), "--gallery", gallery.toString());
    assertTrue(text(err).contains("too dark"), text(err));
    assertFalse(Files.exists(gallery));
  }

  @Test
  void aVideoGivesSeveralViewsThatDiffer() throws IOException {
    Path video =
        Path.of(System.getProperty("pannier.shared", "../../shared"))
            .resolve("data/trips/bottles/rim.mp4");
    Assumptions.assumeTrue(Files.exists(video), "no footage beside the project");
    assertEquals(
        0,
        run("--video", video.toString(), "--product", "water", "--gallery", gallery.toString()),
        () -> text(err));
    int views = read().size();
    assertTrue(views >= 3 && views <= ViewRules.turned().most(), text(out));
  }

  private static Object[] views(Gallery gallery, String product) {
    return gallery.references().getOrDefault(new ProductId(product), List.of()).toArray();
  }

  private Gallery read() throws IOException {
    return GalleryFile.read(gallery, EmbeddingModel.bundled().description());
  }

  private void assertBadInput(String named, String... arguments) {
    assertEquals(2, run(arguments), () -> text(err));
    assertEquals("", text(out));
    assertEquals(1, text(err).lines().count(), text(err));
    assertTrue(text(err).contains(named), text(err));
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    return EnrolMain.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        arguments);
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
