package pannier.vision.embed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model's sidecar says of it.
 *
 * @param version the model's name and number
 * @param sizePixels width and height of the network's input
 * @param blocks cover the embedding without gaps
 * @param sha256 of the model file, 64 lower-case hexadecimal digits
 * @param gallery the constants that gallery arithmetic needs for this model
 * @param backgrounds embeddings of pictures that show no product; not to be changed
 */
public record ModelDescription(
    String version,
    int sizePixels,
    List<Block> blocks,
    String sha256,
    JsonNode gallery,
    List<float[]> backgrounds) {

  /** The one preprocessing that is implemented; a model that needs another is refused. */
  static final String PREPROCESS =
      "RGB; squash to inputSize x inputSize with INTER_AREA; real value = pixel / 127.5 - 1";

  public ModelDescription {
    blocks = List.copyOf(blocks);
    backgrounds = List.copyOf(backgrounds);
    int next = 0;
    for (Block block : blocks) {
      if (block.offset() != next) {
        throw new IllegalArgumentException("gallery.blocks leave a gap or overlap at " + next);
      }
      next += block.length();
    }
  }

  /** Length of an embedding. */
  public int dimensions() {
    return blocks.isEmpty() ? 0 : blocks.getLast().offset() + blocks.getLast().length();
  }

  /** Brings a network's output to an embedding of length 1, in place. */
  public void normalise(float[] values) {
    blocks.forEach(block -> block.normalise(values));
  }

  static ModelDescription parse(String file, JsonNode root) throws ModelException {
    try {
      List<Block> blocks = blocks(required(required(root, "gallery"), "blocks"));
      ModelDescription description =
          new ModelDescription(
              required(root, "version").asText(),
              required(root, "inputSize").asInt(),
              blocks,
              required(root, "sha256").asText(),
              required(root, "gallery"),
              backgrounds(root.path("backgrounds"), blocks));
      mustBe(PREPROCESS, required(root, "preprocess").asText(), "preprocess");
      mustBe(
          String.valueOf(description.dimensions()),
          required(root, "dimensions").asText(),
          "dimensions");
      return description;
    } catch (IllegalArgumentException e) {
      throw new ModelException(file + ": " + e.getMessage(), e);
    }
  }

  private static void mustBe(String right, String found, String key) {
    if (!right.equals(found)) {
      throw new IllegalArgumentException(
          "\"%s\" is \"%s\"; this program needs \"%s\"".formatted(key, found, right));
    }
  }

  private static JsonNode required(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value == null) {
      throw new IllegalArgumentException("the key \"%s\" is missing".formatted(key));
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

  private static List<float[]> backgrounds(JsonNode rows, List<Block> blocks) {
    List<float[]> backgrounds = new ArrayList<>();
    for (JsonNode row : rows) {
      float[] values = new float[row.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) row.get(i).asDouble();
      }
      if (blocks.isEmpty()
          || values.length != blocks.getLast().offset() + blocks.getLast().length()) {
        throw new IllegalArgumentException(
            "a background of %d values; gallery.blocks say otherwise".formatted(values.length));
      }
      blocks.forEach(block -> block.normalise(values));
      backgrounds.add(values);
    }
    return backgrounds;
  }
}
