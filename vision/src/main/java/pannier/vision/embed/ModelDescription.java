package pannier.vision.embed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model's sidecar says of it.
 *
 * @param version the model's name and number
 * @param sizePixels width and height of the network's input
 * @param dimensions length of an embedding
 * @param blocks cover the embedding without gaps
 * @param sha256 of the model file, 64 lower-case hexadecimal digits
 * @param gallery the constants that gallery arithmetic needs for this model
 */
public record ModelDescription(
    String version,
    int sizePixels,
    int dimensions,
    List<Block> blocks,
    String sha256,
    JsonNode gallery) {

  public ModelDescription {
    blocks = List.copyOf(blocks);
    int next = 0;
    for (Block block : blocks) {
      if (block.offset() != next) {
        throw new IllegalArgumentException("blocks leave a gap or overlap at " + next);
      }
      next += block.length();
    }
    if (next != dimensions) {
      throw new IllegalArgumentException(
          "blocks cover %d of %d dimensions".formatted(next, dimensions));
    }
  }

  static ModelDescription parse(String file, JsonNode root) throws ModelException {
    try {
      return new ModelDescription(
          required(file, root, "version").asText(),
          required(file, root, "inputSize").asInt(),
          required(file, root, "dimensions").asInt(),
          blocks(required(file, required(file, root, "gallery"), "blocks")),
          required(file, root, "sha256").asText(),
          root.get("gallery"));
    } catch (IllegalArgumentException e) {
      throw new ModelException(file + ": " + e.getMessage(), e);
    }
  }

  private static JsonNode required(String file, JsonNode node, String key) throws ModelException {
    JsonNode value = node.get(key);
    if (value == null) {
      throw new ModelException("%s: the key \"%s\" is missing".formatted(file, key));
    }
    return value;
  }

  private static List<Block> blocks(JsonNode node) {
    List<Block> blocks = new ArrayList<>();
    for (JsonNode block : node) {
      blocks.add(new Block(block.path(0).asInt(), block.path(1).asInt(), block.path(2).asDouble()));
    }
    return blocks;
  }
}
