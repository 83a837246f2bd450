package pannier.vision.gallery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import pannier.vision.embed.ModelException;

/**
 * Constants of gallery arithmetic, fitted in development and shipped with a model.
 *
 * @param pooling beta, above 0: towards 0 a product's references are averaged, towards infinity the
 *     nearest counts
 * @param ownWeight gamma: how much of a product's own tightness is taken off its score
 * @param ownPrior as many imagined references of average tightness each product gets
 * @param temperature log odds between two products for each unit of score
 * @param rivals how many runners-up the leader is held against, 1 or more
 * @param leadWeight kappa: weight of the lead over the runners-up in the claim to be known
 * @param claimHandicap how many times its handicap is taken off the leader's claim, beyond the once
 *     in its score
 * @param prior what the calibration imagines beside a gallery's own references
 * @param sample at most so many references speak in the calibration
 * @param views how far several pictures of one item are trusted
 * @param imagined what draws a gallery's metric towards the plain cosine
 */
public record GalleryRules(
    double pooling,
    double ownWeight,
    double ownPrior,
    double temperature,
    int rivals,
    double leadWeight,
    double claimHandicap,
    Prior prior,
    int sample,
    Views views,
    Imagined imagined) {

  /**
   * What a gallery's metric imagines beside its own references, so that few of them bend it little.
   *
   * @param references that spread alike in all directions, above 0; infinitely many leave the plain
   *     cosine
   * @param products around 0, 0 or more
   */
  public record Imagined(double references, double products) {
    /** Embeddings are compared as they are. */
    public static final Imagined ENDLESS =
        new Imagined(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Imagined {
      if (!(references > 0) || !(products >= 0)) {
        throw new IllegalArgumentException(
            "metric_references %s (above 0), metric_products %s (0 or more)"
                .formatted(references, products));
      }
    }
  }

  /**
   * How far the pictures of one item are trusted together, as a multiple of one good picture's
   * temperature.
   *
   * @param common the share of a view's error that all views of an item have in common, above 0 to
   *     1
   * @param clarityPower how fast trust falls with the quality of the best view, 0 or more
   * @param lookAlikes the temperature at which a gallery's own references are told apart, to learn
   *     what is taken for what in poor pictures, above 0; 0 leaves it
   */
  public record Views(double common, double clarityPower, double lookAlikes) {
    /** One view counts in full, as do poor ones. */
    public static final Views ALIKE = new Views(1, 0, 0);

    public Views {
      if (!(common > 0 && common <= 1) || !(clarityPower >= 0) || !(lookAlikes >= 0)) {
        throw new IllegalArgumentException(
            "views' common %s (above 0 to 1), clarity_power %s and look_alikes %s (0 or more)"
                .formatted(common, clarityPower, lookAlikes));
      }
    }

    /**
     * @param effective how many views as good as the best they are worth, 1 or more
     * @param clarity of the best, 0 to 1
     */
    double trust(double effective, double clarity) {
      return StrictMath.pow(clarity, clarityPower) / (common + (1 - common) / effective);
    }
  }

  /**
   * Keeps the calibration of a small gallery sane.
   *
   * @param known claims of known things in development
   * @param unknown claims of unknown things in development
   * @param weight of each of the two sets, in references
   * @param unknownShare how often a thing that is shown is in no gallery, 0 to 1
   */
  public record Prior(
      List<Double> known, List<Double> unknown, double weight, double unknownShare) {
    public Prior {
      known = List.copyOf(known);
      unknown = List.copyOf(unknown);
      if (known.isEmpty() || unknown.isEmpty()) {
        throw new IllegalArgumentException("prior_known and prior_unknown need values");
      }
      if (!(weight > 0) || !(unknownShare > 0 && unknownShare < 1)) {
        throw new IllegalArgumentException(
            "prior_weight %s and unknown_share %s".formatted(weight, unknownShare));
      }
    }
  }

  public GalleryRules {
    if (!(pooling > 0 && temperature > 0 && ownPrior > 0) || rivals < 1 || sample < 1) {
      throw new IllegalArgumentException(
          "pooling %s, temperature %s, own_prior %s, rivals %d, sample %d must be above 0"
              .formatted(pooling, temperature, ownPrior, rivals, sample));
    }
  }

  /**
   * The {@code gallery} object of a model's sidecar.
   *
   * @throws ModelException when a key is missing, not a number or out of range
   */
  public static GalleryRules parse(JsonNode node) throws ModelException {
    try {
      return new GalleryRules(
          number(node, "pooling"),
          number(node, "own_weight"),
          number(node, "own_prior"),
          number(node, "temperature"),
          (int) number(node, "rivals"),
          number(node, "lead_weight"),
          node.has("claim_handicap") ? number(node, "claim_handicap") : 0,
          new Prior(
              numbers(node, "prior_known"),
              numbers(node, "prior_unknown"),
              number(node, "prior_weight"),
              number(node, "unknown_share")),
          (int) number(node, "sample"),
          node.has("views_common")
              ? new Views(
                  number(node, "views_common"),
                  number(node, "clarity_power"),
                  node.has("look_alikes") ? number(node, "look_alikes") : 0)
              : Views.ALIKE,
          node.has("metric_references")
              ? new Imagined(number(node, "metric_references"), number(node, "metric_products"))
              : Imagined.ENDLESS);
    } catch (IllegalArgumentException e) {
      throw new ModelException("the model's gallery rules: " + e.getMessage(), e);
    }
  }

  private static double number(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (!value.isNumber()) {
      throw new IllegalArgumentException("\"%s\" must be a number but is %s".formatted(key, value));
    }
    return value.asDouble();
  }

  private static List<Double> numbers(JsonNode node, String key) {
    List<Double> values = new ArrayList<>();
    for (JsonNode value : node.path(key)) {
      values.add(value.asDouble());
    }
    return values;
  }
}
