package pannier.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pannier.wire.ProblemKind;

/** hardware-docs/protocol.md says what the code does. */
class ProtocolDocumentTest {
  private static final Path DOCUMENT = Path.of("../../hardware-docs/protocol.md");
  private static final Pattern CODE = Pattern.compile("`([a-z-]+)`");

  @Test
  void tableOfRefusalsIsThatOfTheCode() throws IOException {
    Set<String> written =
        Files.readAllLines(DOCUMENT).stream()
            .filter(line -> line.matches("\\| [45]\\.\\d\\d \\|.*"))
            .flatMap(ProtocolDocumentTest::refusals)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known =
        Arrays.stream(ProblemKind.values())
            .map(kind -> row(kind.coapCode() >> 5, kind.coapCode() & 31, kind.code()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(known, written);
  }

  private static Stream<String> refusals(String line) {
    String[] cells = line.split("\\|", -1);
    return CODE.matcher(cells[2]).results().map(code -> cells[1].strip() + " " + code.group(1));
  }

  private static String row(int coapClass, int detail, String code) {
    return "%d.%02d %s".formatted(coapClass, detail, code);
  }
}
