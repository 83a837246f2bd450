package pannier.gate.pairing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tinylog.Logger;
import pannier.wire.key.OwnFile;
import pannier.wire.key.PeerKey;

/**
 * What a gate last knew of the store's carts, in a file of its own, for a start without the server.
 * Public keys alone are in it.
 */
record CartCopy(Path file) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Keeps it; that it cannot be kept stops nobody. */
  void write(List<KeyRow> rows) {
    ArrayNode all = JSON.createArrayNode();
    for (KeyRow row : rows) {
      all.addObject()
          .put("cart", row.cart().cartId())
          .put("key", row.cart().key().hex())
          .put("since", row.cart().since().toEpochMilli())
          .put("by", row.cart().staff())
          .put("state", row.state());
    }
    try {
      OwnFile.write(file, JSON.writeValueAsBytes(all));
    } catch (IOException e) {
      Logger.warn("{} is not kept: {}", file, e.getMessage());
    }
  }

  /** Nothing where there is no copy yet, or a damaged one. */
  List<KeyRow> read() {
    List<KeyRow> rows = new ArrayList<>();
    try {
      if (Files.exists(file)) {
        for (JsonNode row : JSON.readTree(file.toFile())) {
          rows.add(row(row));
        }
      }
      return rows;
    } catch (IOException | IllegalArgumentException e) {
      Logger.warn("{} is of no use: {}", file, e.getMessage());
      return List.of();
    }
  }

  private static KeyRow row(JsonNode row) {
    return new KeyRow(
        new PairedCart(
            row.path("cart").asText(),
            new PeerKey(row.path("key").asText()),
            Instant.ofEpochMilli(row.path("since").asLong()),
            row.path("by").asText()),
        row.path("state").asText());
  }
}
