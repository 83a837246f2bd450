package pannier.simulator.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import pannier.domain.evidence.Sighting;
import pannier.simulator.evaluate.Looks.Look;

/** Every sighting beside the truth, for whoever fits the recogniser's constants. */
final class LooksFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LooksFile() {}

  static void write(Path file, List<PlayedTrip> played) throws IOException {
    StringBuilder text = new StringBuilder();
    for (PlayedTrip trip : played) {
      for (Look look : trip.log().looks().all()) {
        text.append(line(trip.number(), look)).append('\n');
      }
    }
    Files.writeString(file, text);
  }

  private static ObjectNode line(int trip, Look look) {
    Sighting sighting = look.sighting();
    ObjectNode line = JSON.createObjectNode();
    line.put("trip", trip).put("t_ms", sighting.timestampNanos() / 1_000_000);
    line.put("camera", sighting.camera());
    line.put("direction", sighting.direction().name().toLowerCase(Locale.ROOT));
    ArrayNode truth = line.putArray("truth");
    look.truth().forEach(product -> truth.add(product.value()));
    ObjectNode candidates = line.putObject("candidates");
    sighting
        .candidates()
        .forEach(each -> candidates.put(each.product().value(), each.probability()));
    return line.put("unknown", sighting.unknown()).put("clarity", sighting.clarity());
  }
}
