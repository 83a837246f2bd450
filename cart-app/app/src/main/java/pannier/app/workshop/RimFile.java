package pannier.app.workshop;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.app.json.JsonPlace;
import pannier.app.sight.RimPlace;
import pannier.vision.rim.Rim;

/** The rims that staff drew on the cart's screen, instead of those of its settings. */
public final class RimFile {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;

  /**
   * @param data the cart's folder
   */
  public RimFile(Path data) {
    this.file = data.resolve("rims.json");
  }

  /** Those of the settings, or what was drawn since. */
  public List<Rim> orElse(List<Rim> settings) throws IOException {
    if (!Files.exists(file)) {
      return settings;
    }
    JsonPlace drawn = JsonPlace.read(file);
    List<Rim> rims = new ArrayList<>();
    for (Rim rim : settings) {
      Optional<JsonPlace> one = drawn.find("camera " + rims.size());
      rims.add(one.isPresent() ? RimPlace.read(one.get()) : rim);
    }
    return rims;
  }

  void keep(List<Rim> rims) throws IOException {
    ObjectNode node = MAPPER.createObjectNode();
    for (int i = 0; i < rims.size(); i++) {
      Rim rim = rims.get(i);
      ObjectNode one = node.putObject("camera " + i);
      ArrayNode line = one.putArray("rim");
      line.addArray().add(rim.x0()).add(rim.y0());
      line.addArray().add(rim.x1()).add(rim.y1());
      one.put("basket", rim.basket().name().toLowerCase(java.util.Locale.ROOT));
    }
    Path next = file.resolveSibling("rims.json.next");
    Files.writeString(next, node.toPrettyString() + "\n");
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
