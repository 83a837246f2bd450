package pannier.app.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pannier.app.BadInputException;
import pannier.domain.basket.Content;
import pannier.domain.catalogue.ProductId;
import pannier.vision.rim.BasketSide;

final class RecordedTripReaderTest {
  private static final String WHOLE =
      """
      {"cameras": [{"video": "rim.mp4", "rim": [[0.0, 0.1], [1, 0.2]], "basket": "below",
                    "offset_ms": 40}],
       "scale": "scale.csv", "catalogue": "catalogue.csv", "enrol": ["photos"],
       "start": [{"product": "milk", "pieces": 2}]}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void filesThatTheTripNames() throws IOException {
    for (String name : new String[] {"rim.mp4", "scale.csv", "catalogue.csv"}) {
      Files.createFile(folder.resolve(name));
    }
    Files.createDirectory(folder.resolve("photos"));
  }

  @Test
  void aWholeTripIsReadWithItsPathsResolved() throws IOException {
    RecordedTrip trip = read(WHOLE);
    RecordedTrip.Film film = trip.cameras().getFirst();
    assertEquals(folder.resolve("rim.mp4"), film.video());
    assertEquals(40, film.offsetMillis());
    assertEquals(BasketSide.BELOW, film.rim().basket());
    assertEquals(new Content(new ProductId("milk"), 2), trip.shop().start().getFirst());
  }

  @Test
  void camerasOrScaleMayBeMissing() throws IOException {
    assertTrue(
        read("{\"scale\": \"scale.csv\", \"catalogue\": \"catalogue.csv\"}").cameras().isEmpty());
    assertTrue(read(WHOLE.replace("\"scale\": \"scale.csv\",", "")).scale().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"catalogue\": \"catalogue.csv\", |  | catalogue",
        "[0.0, 0.1] | [0.0, 1.1] | cameras[0].rim[0][1]",
        "[1, 0.2] | [0.0, 0.1] | cameras[0].rim",
        "[1, 0.2] | [0.5] | cameras[0].rim[1]",
        "\"below\" | \"under\" | cameras[0].basket",
        "rim.mp4 | no.mp4 | cameras[0].video",
        "\"scale.csv\" | 7 | scale",
        "\"photos\" | \"nothing\" | enrol[0]",
        "\"pieces\": 2 | \"pieces\": 0 | start[0].pieces",
        "\"pieces\": 2 | \"pieces\": \"two\" | start[0].pieces",
        "\"offset_ms\": 40 | \"offset_ms\": \"late\" | cameras[0].offset_ms",
        "\"start\": [ | \"start\": [, | line 4",
      })
  void whatIsWrongIsNamedByItsPlace(String right, String wrong, String place) {
    String text = WHOLE.replace(right, wrong == null ? "" : wrong);
    BadInputException complaint = assertThrows(BadInputException.class, () -> read(text));
    String message = String.valueOf(complaint.getMessage());
    assertTrue(
        message.contains("trip.json: " + place + ":") || message.contains(place + ","), message);
    assertEquals(1, message.lines().count());
  }

  @Test
  void aFolderWithoutATripIsSaid() {
    assertThrows(BadInputException.class, () -> RecordedTripReader.read(folder));
    assertThrows(BadInputException.class, () -> RecordedTripReader.read(folder.resolve("none")));
  }

  private RecordedTrip read(String json) throws IOException {
    Files.writeString(folder.resolve("trip.json"), json);
    return RecordedTripReader.read(folder);
  }
}
