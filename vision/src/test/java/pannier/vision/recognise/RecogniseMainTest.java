package pannier.vision.recognise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.vision.photo.Drawing;

class RecogniseMainTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path enrol;
  private Path photos;

  @BeforeEach
  void drawPhotos() throws IOException {
    enrol = folder.resolve("enrol");
    photos = folder.resolve("photos");
    Drawing.products(enrol, 6, 4, 1);
    Drawing.products(photos, 5, 2, 50);
  }

  @Test
  void printsTheObjectOfTheContractAndNothingElse() throws IOException {
    assertEquals(0, run("--enrol", enrol.toString(), "--photos", photos.toString(), "--json"));
    JsonNode result = new ObjectMapper().readTree(out.toByteArray());
    List<String> names = new ArrayList<>();
    result.fieldNames().forEachRemaining(names::add);
    assertEquals(
        List.of(
            "photos",
            "products",
            "top1",
            "top5",
            "ms_per_photo",
            "invoke_ms",
            "by_product",
            "auroc",
            "false_accept_at_95"),
        names);
    assertEquals(1, text(out).lines().count());
    assertEquals(10, result.get("photos").asInt());
    assertEquals(6, result.get("products").asInt());
    assertEquals(1, result.get("top1").asDouble(), "drawings this different are told apart");
    assertEquals(2, result.at("/by_product/product-4/photos").asInt());
    assertTrue(result.get("auroc").isNull() && result.get("false_accept_at_95").isNull());
    assertTrue(result.get("ms_per_photo").asDouble() > 0);
    assertEquals("", text(err));
  }

  @Test
  void photosOfUnknownThingsGiveTheOpenSetFigures() throws IOException {
    Path unknown = Files.createDirectory(folder.resolve("unknown"));
    for (int i = 0; i < 4; i++) {
      Files.write(unknown.resolve(i + ".jpg"), Drawing.jpeg(Drawing.picture(90 + i, 1)));
    }
    assertEquals(
        0,
        run(
            "--enrol",
            enrol.toString(),
            "--photos",
            photos.toString(),
            "--unknown",
            unknown.toString(),
            "--json"));
    JsonNode result = new ObjectMapper().readTree(out.toByteArray());
    assertTrue(result.get("auroc").asDouble() > 0.9, result.toString());
    assertTrue(result.get("false_accept_at_95").isNumber());
  }

  @Test
  void severalEnrolmentFoldersMakeOneGallery() throws IOException {
    Path more = folder.resolve("more");
    Drawing.products(more, 8, 1, 77);
    assertEquals(0, run("--enrol", enrol + "," + more, "--photos", photos.toString()));
    assertTrue(text(out).contains("8 products in the gallery"), text(out));
  }

  @Test
  void aPhotoOfAProductThatNobodyEnrolledIsBadInput() throws IOException {
    Drawing.products(photos, 7, 1, 3);
    assertBadInput("product-6", "--enrol", enrol.toString(), "--photos", photos.toString());
  }

  @Test
  void aBrokenPhotoIsBadInput() throws IOException {
    Path photo = enrol.resolve("product-3/view-0.jpg");
    byte[] whole = Files.readAllBytes(photo);
    Files.write(photo, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertBadInput(photo.toString(), "--enrol", enrol.toString(), "--photos", photos.toString());
  }

  @Test
  void emptyAndMissingFoldersAreBadInput() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertBadInput(empty.toString(), "--enrol", enrol.toString(), "--photos", empty.toString());
    Path missing = folder.resolve("missing");
    assertBadInput(
        missing.toString(), "--enrol", missing.toString(), "--photos", photos.toString());
    assertBadInput(
        empty.toString(),
        "--enrol",
        enrol.toString(),
        "--photos",
        photos.toString(),
        "--unknown",
        empty.toString());
  }

  @Test
  void badUsageIsOneLine() {
    assertBadInput("--photos", "--enrol", enrol.toString());
    assertBadInput("--nonsense", "--enrol", "a", "--photos", "b", "--nonsense");
  }

  private void assertBadInput(String named, String... arguments) {
    out.reset();
    err.reset();
    assertEquals(2, run(arguments));
    assertEquals("", text(out));
    assertEquals(1, text(err).lines().count(), text(err));
    assertTrue(text(err).contains(named), text(err));
  }

  private int run(String... arguments) {
    return RecogniseMain.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        arguments);
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
