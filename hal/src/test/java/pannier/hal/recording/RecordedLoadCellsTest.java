package pannier.hal.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pannier.hal.BadRecordingException;
import pannier.hal.Connection;
import pannier.hal.LoadReading;

class RecordedLoadCellsTest {
  private static final String HEADER = "t_ms,front_left_g,front_right_g,rear_left_g,rear_right_g\n";

  @TempDir Path folder;
  private final AtomicLong cartNanos = new AtomicLong();

  @Test
  void givesReadingsWhenTheirTimeHasCome() throws Exception {
    try (RecordedLoadCells cells = open(HEADER + "0,1,2,3,4\n12.5,5,6,7,8\n25,9,10,11,12\n")) {
      assertEquals(List.of(new LoadReading(0, 1, 2, 3, 4)), cells.drain());
      assertEquals(List.of(), cells.drain());
      cartNanos.set(20_000_000);
      assertEquals(List.of(new LoadReading(12_500_000, 5, 6, 7, 8)), cells.drain());
      assertEquals(25_000_000, cells.endNanos());
      assertFalse(cells.finished());
      cartNanos.set(Long.MAX_VALUE);
      assertEquals(1, cells.drain().size());
      assertTrue(cells.finished());
      assertInstanceOf(Connection.Absent.class, cells.connection());
    }
  }

  @Test
  void anEmptyValueIsADeadCell() throws Exception {
    try (RecordedLoadCells cells = open(HEADER + "0,1,,3,\n")) {
      LoadReading reading = cells.drain().getFirst();
      assertEquals(1, reading.frontLeftGrams());
      assertTrue(Double.isNaN(reading.frontRightGrams()));
      assertTrue(Double.isNaN(reading.rearRightGrams()));
    }
  }

  @Test
  void readsWhatSpreadsheetsWrite() throws Exception {
    String lines =
        """
        "rear_right_g",T_MS,"front_left_g",note,front_right_g,rear_left_g
        4,"0", 1.5 ,"a, ""b""
        c",-2e1,+.5

        """;
    String text = '\uFEFF' + lines.replace("\n", "\r\n");
    try (RecordedLoadCells cells = open(text)) {
      assertEquals(List.of(new LoadReading(0, 1.5, -20, .5, 4)), cells.drain());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0,1,2,3,4;12,1,heavy,3,4       | line 3, column front_right_g: "heavy"
          0,1,2,3,4;12,1,12d,3,4         | line 3, column front_right_g: "12d"
          0,1,2,3,4;12,1,NaN,3,4         | line 3, column front_right_g: "NaN"
          0,1,2,3,4;12,1,1e9,3,4         | line 3, column front_right_g: "1e9"
          0,1,2,3,4;,1,2,3,4             | line 3, column t_ms: ""
          0,1,2,3,4;;;12,1,heavy,3,4;    | line 5, column front_right_g: "heavy"
          0,1,2,3,4;"12;",1,heavy,3,4    | line 3, column front_right_g: "heavy"
          0,1,2,3,4;12,1,2,3             | line 3: 4 values
          0,1,2,3,4;12,1,2,3,4,5         | line 3: 6 values
          20,1,2,3,4;12,1,2,3,4          | line 3, column t_ms: 12, earlier than the row before
          0,1,2,3,4;12,1,"2,3,4          | line 3: text that is no CSV
          ''                             | line 2: no rows after the header
          """)
  void badRowIsToldWithItsPlace(String rows, String told) {
    BadRecordingException refused =
        assertThrows(
            BadRecordingException.class, () -> open(HEADER + rows.replace(';', '\n')).close());
    assertTrue(refused.getMessage().contains(": " + told), refused.getMessage());
    assertEquals(1, refused.getMessage().lines().count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                          | line 1: an empty file
          t_ms,front_left_g,front_right_g,rear_left_g | line 1: no column rear_right_g
          t_ms;front_left_g;front_right_g             | line 1: no column t_ms
          0,1,2,3,4                                   | line 1: no column t_ms
          t_ms,t_ms,front_left_g                      | line 1: two columns t_ms
          """)
  void badHeaderIsToldWithTheRightOne(String header, String told) {
    BadRecordingException refused =
        assertThrows(BadRecordingException.class, () -> open(header + "\n").close());
    assertTrue(refused.getMessage().contains(": " + told), refused.getMessage());
    assertTrue(refused.getMessage().contains("rear_left_g,rear_right_g is needed"));
  }

  @Test
  void whatIsNoTextIsTold() throws Exception {
    Path csv = folder.resolve("scale.csv");
    Files.write(csv, (HEADER + "0,1,2,3,\u00e9").getBytes(StandardCharsets.ISO_8859_1));
    assertThrows(
        BadRecordingException.class, () -> RecordedLoadCells.open(csv, cartNanos::get).close());
    BadRecordingException missing =
        assertThrows(
            BadRecordingException.class,
            () -> RecordedLoadCells.open(folder.resolve("none.csv"), cartNanos::get).close());
    assertTrue(missing.getMessage().contains("no such file"));
  }

  private RecordedLoadCells open(String text) throws IOException {
    Path csv = Files.writeString(folder.resolve("scale.csv"), text);
    return RecordedLoadCells.open(csv, cartNanos::get);
  }
}
