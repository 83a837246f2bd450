package pannier.app.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pannier.app.Exit;
import picocli.CommandLine;

/** Bad input ends with status 2 and one line that names the file and the place in it. */
final class ReplayMainTest {
  @TempDir private Path folder;

  @BeforeEach
  void aTripThatIsWeighedOnly() throws IOException {
    write("trip.json", "{\"scale\": \"scale.csv\", \"catalogue\": \"catalogue.csv\"}");
    write(
        "scale.csv",
        "t_ms,front_left_g,front_right_g,rear_left_g,rear_right_g\n0,1,2,3,4\n12,1,2,3,4\n");
    write(
        "catalogue.csv",
        "product,name,unit,price,currency,mass_g,mass_sd_g\nmilk,Milk,piece,1.09,EUR,1035,5\n");
    Files.createDirectories(folder.resolve("photos/milk"));
  }

  @Test
  void aWholeTripEndsWithStatusZero() {
    assertEquals(0, replay(new StringWriter()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scale.csv | 12,1 | 12,heavy | line 3, column front_left_g",
        "catalogue.csv | 1.09 | cheap | line 2, price",
        "catalogue.csv | mass_g | grams | mass_g",
        "trip.json | catalogue.csv | missing.csv | catalogue",
        "trip.json | \"catalogue\" | \"catalog\" | catalogue",
      })
  void aMistakeInAFileIsNamed(String file, String right, String wrong, String place)
      throws IOException {
    Path path = folder.resolve(file);
    Files.writeString(path, Files.readString(path).replaceFirst(right, wrong));
    assertRefused(file, place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[0, 0.1], [1, 0.1]] | rim.mp4",
        "[[0, 0.1], [1, 1.5]] | cameras[0].rim[1][1]",
      })
  void whatIsNoVideoOrNoRimIsNamed(String rim, String place) throws IOException {
    write("rim.mp4", "this is no video");
    write(
        "trip.json",
        """
        {"cameras": [{"video": "rim.mp4", "rim": %s, "basket": "below"}],
         "catalogue": "catalogue.csv"}
        """
            .formatted(rim));
    assertRefused(place.equals("rim.mp4") ? place : "trip.json", place);
  }

  @Test
  void anEmptyPhotoFolderIsNamed() throws IOException {
    tripWithPhotos();
    assertRefused("photos", "milk");
  }

  @Test
  void aBrokenPhotoIsNamed() throws IOException {
    tripWithPhotos();
    write("photos/milk/01.jpg", "this is no photo");
    assertRefused("01.jpg", "milk");
  }

  private void tripWithPhotos() throws IOException {
    write("rim.mp4", "never read: the photos come first");
    write(
        "trip.json",
        """
        {"cameras": [{"video": "rim.mp4", "rim": [[0, 0.1], [1, 0.1]], "basket": "below"}],
         "catalogue": "catalogue.csv", "enrol": ["photos"]}
        """);
  }

  private void assertRefused(String file, String place) {
    StringWriter error = new StringWriter();
    assertEquals(2, replay(error), error::toString);
    assertEquals(1, error.toString().lines().count(), error::toString);
    assertTrue(error.toString().contains(file), error::toString);
    assertTrue(error.toString().contains(place), error::toString);
  }

  private int replay(StringWriter error) {
    CommandLine command = new CommandLine(new ReplayMain());
    command.setErr(new PrintWriter(error, true));
    return Exit.run(command, folder.toString(), "--json");
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
