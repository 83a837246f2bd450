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
import org.eclipse.californium.core.coap.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.gate.coap.RawCart;
import pannier.wire.ProblemKind;

/** hardware-docs/protocol.md says what the code does. */
class ProtocolDocumentTest {
  private static final Path DOCUMENT = Path.of("../../hardware-docs/protocol.md");
  private static final Pattern LINK = Pattern.compile("<([^>]*)>[^<]*?rt=\"(pannier[^\"]*)\"");
  private static final Pattern PATH = Pattern.compile("`(/[a-z/-]*[a-z])(?:/DIGEST)?`");
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

  @Test
  void tableOfResourcesIsThatOfTheLinks(@TempDir Path folder) throws Exception {
    Set<String> written =
        Files.readAllLines(DOCUMENT).stream()
            .filter(line -> line.matches("\\| `/.*\\| `pannier\\..*"))
            .flatMap(ProtocolDocumentTest::resources)
            .collect(Collectors.toCollection(TreeSet::new));
    try (TestGate gate = TestGate.start(folder);
        RawCart cart = RawCart.paired(TestGate.loopback(gate.port()), Shop.CART_1, gate.key())) {
      String links = cart.send(Request.newGet(), ".well-known/core").getPayloadString();
      Set<String> known =
          LINK.matcher(links)
              .results()
              .map(link -> link.group(1) + " " + link.group(2))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(known, written);
    }
  }

  /** Each path of a row with its type; {@code /part/DIGEST} is a link to {@code /part}. */
  private static Stream<String> resources(String line) {
    String[] cells = line.split("\\|", -1);
    String type = cells[5].replace("`", "").strip();
    return PATH.matcher(cells[1]).results().map(path -> path.group(1) + " " + type);
  }

  private static Stream<String> refusals(String line) {
    String[] cells = line.split("\\|", -1);
    return CODE.matcher(cells[2]).results().map(code -> cells[1].strip() + " " + code.group(1));
  }

  private static String row(int coapClass, int detail, String code) {
    return "%d.%02d %s".formatted(coapClass, detail, code);
  }
}
