package pannier.vision.enrol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import pannier.domain.catalogue.ProductId;

/**
 * What came of one product's pictures.
 *
 * @param references embeddings of the views that were kept
 * @param pictures how many were looked at
 * @param refused how many of them for which reason
 * @param enough whether it was seen from all sides
 */
record Harvest(
    ProductId product,
    List<float[]> references,
    int pictures,
    Map<Refusal, Integer> refused,
    boolean enough) {
  Harvest {
    references = List.copyOf(references);
    refused = new EnumMap<>(refused);
  }

  String line() {
    return "%s: %d of %d views kept%s%s"
        .formatted(
            product,
            references.size(),
            pictures,
            enough ? ", seen from all sides" : "",
            refused.isEmpty() ? "" : "; refused: " + reasons());
  }

  /** Such as {@code 3 blurred, 12 too alike}. */
  String reasons() {
    return refused.entrySet().stream()
        .map(entry -> entry.getValue() + " " + word(entry.getKey()).replace('_', ' '))
        .collect(Collectors.joining(", "));
  }

  String json() {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("product", product.value());
    object.put("pictures", pictures);
    object.put("kept", references.size());
    object.put("enough", enough);
    ObjectNode reasons = object.putObject("refused");
    refused.forEach((refusal, count) -> reasons.put(word(refusal), count));
    return object.toString();
  }

  private static String word(Refusal refusal) {
    return refusal.name().toLowerCase(Locale.ROOT);
  }
}
