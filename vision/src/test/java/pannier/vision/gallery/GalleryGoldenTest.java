package pannier.vision.gallery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import pannier.domain.catalogue.ProductId;
import pannier.vision.embed.Block;

/**
 * The arithmetic against numbers that vision/training/gallery.py computed. Its embeddings are
 * doubles and ours floats, hence the tolerances.
 */
@ParameterizedClass
@ValueSource(
    strings = {
      "gallery-golden.json",
      "gallery-golden-claim.json",
      "gallery-golden-metric.json",
      "gallery-golden-look-alikes.json"
    })
class GalleryGoldenTest {
  private final String file;
  private JsonNode golden;
  private List<Block> blocks;
  private Gallery gallery;

  GalleryGoldenTest(String file) {
    this.file = file;
  }

  @BeforeEach
  void buildTheGallery() throws IOException {
    golden = new ObjectMapper().readTree(Path.of("training", file).toFile());
    blocks = new ArrayList<>();
    for (JsonNode block : golden.at("/rules/blocks")) {
      blocks.add(new Block(block.get(0).asInt(), block.get(1).asInt(), block.get(2).asDouble()));
    }
    SortedMap<ProductId, List<float[]>> references = new TreeMap<>();
    golden
        .get("outputs")
        .properties()
        .forEach(e -> references.put(new ProductId(e.getKey()), embeddings(e.getValue())));
    gallery =
        Gallery.of(
            references,
            embeddings(golden.get("backgrounds")),
            GalleryRules.parse(golden.get("rules")));
  }

  @Test
  void handicapsAreThoseOfThePythonReference() {
    assertArrayEquals(doubles(golden.get("handicap")), gallery.calibration().handicap(), 1e-6);
  }

  @Test
  void theCurveIsThatOfThePythonReference() {
    assertEquals(golden.get("slope").asDouble(), gallery.calibration().curve().slope(), 1e-4);
    assertEquals(golden.get("offset").asDouble(), gallery.calibration().curve().offset(), 1e-4);
  }

  @Test
  void scoresAreThoseOfThePythonReference() {
    List<float[]> queries = embeddings(golden.get("queries"));
    for (int i = 0; i < queries.size(); i++) {
      assertArrayEquals(
          doubles(golden.get("scores").get(i)), gallery.scores(queries.get(i)).products(), 1e-6);
    }
  }

  @Test
  void probabilitiesAreThoseOfThePythonReference() {
    List<float[]> queries = embeddings(golden.get("queries"));
    for (int i = 0; i < queries.size(); i++) {
      double[] expected = doubles(golden.get("probabilities").get(i));
      Match match = gallery.match(queries.get(i));
      Map<String, Double> actual = new HashMap<>();
      match.candidates().forEach(c -> actual.put(c.product().value(), c.probability()));
      for (int product = 0; product < gallery.products().size(); product++) {
        assertEquals(
            expected[product],
            actual.getOrDefault(gallery.products().get(product).value(), -1.0),
            1e-6);
      }
      assertEquals(expected[expected.length - 1], match.unknown(), 1e-6);
    }
  }

  private List<float[]> embeddings(JsonNode rows) {
    List<float[]> embeddings = new ArrayList<>();
    for (JsonNode row : rows) {
      double[] values = doubles(row);
      float[] embedding = new float[values.length];
      for (int i = 0; i < values.length; i++) {
        embedding[i] = (float) values[i];
      }
      blocks.forEach(block -> block.normalise(embedding));
      embeddings.add(embedding);
    }
    return embeddings;
  }

  private static double[] doubles(JsonNode row) {
    double[] values = new double[row.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(i).asDouble();
    }
    return values;
  }
}
