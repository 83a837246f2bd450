package pannier.app.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.app.BadInputException;
import pannier.domain.calibration.Calibration;
import pannier.domain.calibration.Calibration.CreepTerm;
import pannier.domain.calibration.CellCalibration;

class ScaleFilesTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

  @TempDir Path folder;

  @Test
  void whatWasWrittenIsReadAgain() throws IOException {
    ScaleFiles.in(folder).calibrated(calibration(7), NOW, "Ada");
    assertEquals(Optional.of(calibration(7)), ScaleFiles.in(folder).calibration());
    assertFalse(Files.exists(folder.resolve("calibration.json.next")));
  }

  @Test
  void countersGoUpWithWhatTheyCount() throws IOException {
    ScaleFiles files = ScaleFiles.in(folder);
    assertTrue(files.configured("cells A", NOW, "start"));
    files.calibrated(calibration(7), NOW, "Ada");
    assertFalse(files.configured("cells A", NOW, "start"), "nothing has changed");
    assertTrue(files.configured("cells B", NOW, "start"));
    files.calibrated(calibration(8), NOW, "Ada");
    assertTrue(
        ScaleFiles.in(folder).seal().startsWith("scale sealed: calibration 2, configuration 2"));
    assertEquals(Optional.of(calibration(8)), ScaleFiles.in(folder).calibration());
  }

  @Test
  void countersThatAreTurnedBackAreRefused() throws IOException {
    twice();
    Path file = folder.resolve("calibration.json");
    edit(file, "\"calibration\" : 2", "\"calibration\" : 1");
    refused("counters", () -> ScaleFiles.in(folder).calibration());
  }

  @Test
  void anOldCalibrationPutBackIsRefused() throws IOException {
    ScaleFiles.in(folder).calibrated(calibration(7), NOW, "Ada");
    Path file = folder.resolve("calibration.json");
    String old = Files.readString(file);
    ScaleFiles.in(folder).calibrated(calibration(8), NOW, "Ada");
    Files.writeString(file, old);
    refused("calibrate again", () -> ScaleFiles.in(folder).calibration());
  }

  @Test
  void aLineThatWasChangedOrTakenOutBreaksTheChain() throws IOException {
    twice();
    Path log = folder.resolve("calibration.log");
    String whole = Files.readString(log);
    edit(log, "\"Ada\"", "\"Eve\"");
    refused("line 1", () -> ScaleFiles.in(folder));
    Files.writeString(log, whole.substring(whole.indexOf('\n') + 1));
    refused("line 1", () -> ScaleFiles.in(folder));
    Files.writeString(log, whole + "not JSON\n");
    refused("line 3", () -> ScaleFiles.in(folder));
  }

  @Test
  void aLogCutShortDoesNotFitTheCalibration() throws IOException {
    twice();
    Path log = folder.resolve("calibration.log");
    String whole = Files.readString(log);
    Files.writeString(log, whole.substring(0, whole.indexOf('\n') + 1));
    refused("counters", () -> ScaleFiles.in(folder).calibration());
  }

  @Test
  void allTurnedBackTogetherShowsByTheSealOnTheBill() throws IOException {
    ScaleFiles.in(folder).calibrated(calibration(7), NOW, "Ada");
    String first = ScaleFiles.in(folder).seal();
    ScaleFiles.in(folder).calibrated(calibration(8), NOW, "Ada");
    String second = ScaleFiles.in(folder).seal();
    assertTrue(first.contains("calibration 1") && second.contains("calibration 2"), second);
    assertFalse(
        first.substring(first.indexOf("log")).equals(second.substring(second.indexOf("log"))));
  }

  @Test
  void zerosOfAllCalibrationsAreRemembered() throws IOException {
    twice();
    var zeros = ScaleFiles.in(folder).zeros().zeros();
    assertEquals(2, zeros.size());
    assertEquals(7, zeros.getFirst().counts().frontLeft());
    assertEquals(21.5, zeros.getFirst().celsius());
  }

  private void twice() throws IOException {
    ScaleFiles.in(folder).calibrated(calibration(7), NOW, "Ada");
    ScaleFiles.in(folder).calibrated(calibration(8), NOW, "Ada");
  }

  private static void edit(Path file, String before, String after) throws IOException {
    String text = Files.readString(file);
    assertTrue(text.contains(before), text);
    Files.writeString(file, text.replaceFirst(before, after));
  }

  private interface Reading {
    void read() throws IOException;
  }

  private static void refused(String part, Reading reading) {
    BadInputException why = assertThrows(BadInputException.class, reading::read);
    assertTrue(String.valueOf(why.getMessage()).contains(part), why::toString);
  }

  private static Calibration calibration(double zero) {
    List<CellCalibration> cells = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      cells.add(new CellCalibration(zero + i, 0.0024 + i * 1e-5, 0.07, 1e-5));
    }
    return new Calibration(cells, 21.5, List.of(new CreepTerm(0.0002, 480)));
  }
}
