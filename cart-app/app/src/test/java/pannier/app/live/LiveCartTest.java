package pannier.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.app.BadInputException;
import pannier.domain.catalogue.ProductId;
import pannier.domain.trip.Input;

final class LiveCartTest {
  @TempDir Path folder;

  private final Touch touch = new Touch(() -> "trip-1");

  @Test
  void typedWordsAreWhatTheScreenOffers() throws BadInputException {
    assertEquals(new Input.Start("trip-1"), touch.read("start"));
    assertEquals(new Input.Answer(3, new ProductId("milk")), touch.read("answer 3 milk"));
    assertEquals(new Input.AnswerNothing(4), touch.read("nothing 4"));
    assertEquals(new Input.Pay(), touch.read("pay"));
    BadInputException unknown =
        assertThrows(BadInputException.class, () -> touch.read("answer three milk"));
    assertTrue(String.valueOf(unknown.getMessage()).contains("answer N PRODUCT"));
  }

  @Test
  void theClockGoesOnWhereTheJournalEnds() {
    long[] machine = {5_000};
    CartClock clock = new CartClock(70, () -> machine[0]);
    assertEquals(70, clock.getAsLong());
    machine[0] += 30;
    assertEquals(100, clock.getAsLong());
  }

  @Test
  void settingsAreReadWithPathsRelativeToTheirFile() throws IOException {
    CartSettings read = CartSettingsFile.read(settings("127.0.0.1:8080", "/dev/video0"));
    assertEquals("cart-7", read.cartId());
    assertEquals(folder.toAbsolutePath().resolve("data"), read.data());
    assertEquals(
        new CartSettings.Source.Device("/dev/video0", 3840, 2160, 15),
        read.cameras().getFirst().source());
  }

  @Test
  void whatIsWrongInTheSettingsIsNamed() throws IOException {
    Path file = settings("127.0.0.1", "/dev/video0");
    BadInputException bad =
        assertThrows(BadInputException.class, () -> CartSettingsFile.read(file));
    String message = String.valueOf(bad.getMessage());
    assertTrue(
        message.contains("cart.json: screen: found \"127.0.0.1\", wanted host:port"), message);
  }

  @Test
  void whatIsTypedIsGivenEachLineOnce() throws InterruptedException {
    byte[] keys = "start\n\n  pay \n".getBytes(StandardCharsets.UTF_8);
    TypedLines typed = TypedLines.reading(new ByteArrayInputStream(keys));
    java.util.List<String> lines = new java.util.ArrayList<>();
    while (lines.size() < 2) {
      lines.addAll(typed.drain());
      Thread.onSpinWait();
    }
    assertEquals(java.util.List.of("start", "pay"), lines);
  }

  private Path settings(String screen, String device) throws IOException {
    Files.writeString(folder.resolve("catalogue.csv"), "product,name,unit,price,currency\n");
    Files.createDirectories(folder.resolve("enrol"));
    return Files.writeString(
        folder.resolve("cart.json"),
        """
        {"cart": "cart-7", "screen": "%s", "data": "data",
         "catalogue": "catalogue.csv", "enrol": ["enrol"], "card_token": "sandbox-ok",
         "cameras": [{"device": "%s", "rim": [[0, 0.1], [1, 0.1]], "basket": "below"}]}
        """
            .formatted(screen, device));
  }
}
