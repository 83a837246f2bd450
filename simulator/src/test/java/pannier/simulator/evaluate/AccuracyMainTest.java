package pannier.simulator.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
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
}
