package pannier.simulator.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class AccuracyMainTest {
  @Test
  void eachRunIsAColumnAndWhatItDidNotPrintIsADash() throws JsonProcessingException {
    JsonNode own = new ObjectMapper().readTree("{\"trips\":8,\"questions\":3}");
    JsonNode other = new ObjectMapper().readTree("{\"trips\":4}");
    String table = AccuracyMain.table(List.of("trips", "questions"), List.of(own, other));
    assertEquals(
        """
        | figure | | |
        |---|---|---|
        | trips | 8 | 4 |
        | questions | 3 | – |
        """,
        table);
  }

  @Test
  void thePlotHasAPointForEachThresholdAndIsTheSameInEveryLocale() throws Exception {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      JsonNode run =
          new ObjectMapper()
              .readTree(
                  """
                  {"trips":8,"shop":"own","trade":[{"book_from":0,"asked":0,"wrong":0.2},
                   {"book_from":0.99,"asked":0.25,"wrong":0}]}
                  """);
      String svg = TradePlot.svg(List.of(run));
      assertEquals(2, svg.split("<circle", -1).length - 1);
      var points =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
              .getElementsByTagName("circle");
      double asked =
          Double.parseDouble(points.item(1).getAttributes().getNamedItem("cx").getNodeValue());
      double none =
          Double.parseDouble(points.item(0).getAttributes().getNamedItem("cx").getNodeValue());
      assertTrue(asked > none, svg);
    } finally {
      Locale.setDefault(before);
    }
  }
}
