package pannier.domain.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Direction;
import pannier.domain.reconcile.Decision.Why;
import pannier.domain.reconcile.Explanation.Outcome;

/** Reasons in the words of a person who was there. */
final class Words {
  private final Catalogue catalogue;

  Words(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  Why why(Move move, Verdict.Weighed weighed, List<String> first) {
    List<String> reasons = new ArrayList<>(first);
    for (Crossing crossing : move.crossings()) {
      reasons.add(seen(crossing));
    }
    if (move.weighed()) {
      reasons.add(String.format(Locale.ROOT, "the scale says %+.0f g", move.netGrams()));
    }
    String runnerUp =
        weighed.runnerUp().stream()
            .map(
                entry ->
                    String.format(
                        Locale.ROOT, "%s (%s)", outcome(entry.getKey()), percent(entry.getValue())))
            .findFirst()
            .orElse("");
    return new Why(weighed.probability(), runnerUp, reasons);
  }

  /** What so many pieces of a product should weigh. */
  String weight(ProductId id, int pieces) {
    Product product = catalogue.get(id);
    double grams = Math.abs(pieces) * product.pieceMass().mean().grams();
    return String.format(
        Locale.ROOT, "%d × %s weigh %.0f g", Math.abs(pieces), product.name(), grams);
  }

  private String seen(Crossing crossing) {
    String way = crossing.direction() == Direction.IN ? "going in" : "coming out";
    String cameras = crossing.sightings().size() > 1 ? "the cameras saw" : "the camera saw";
    String code = crossing.coded().map(p -> ", with the code of " + p.name()).orElse("");
    if (crossing.candidates().isEmpty()
        || crossing.unknown() > crossing.candidates().getFirst().probability()) {
      return String.format(Locale.ROOT, "%s something unknown %s%s", cameras, way, code);
    }
    Candidate likeliest = crossing.candidates().getFirst();
    String name =
        catalogue.find(likeliest.product()).map(Product::name).orElse(likeliest.product().value());
    return String.format(
        Locale.ROOT, "%s %s %s (%s)%s", cameras, name, way, percent(likeliest.probability()), code);
  }

  private String outcome(Outcome outcome) {
    if (outcome.strange()) {
      return "something unknown";
    }
    if (!outcome.returns().isEmpty()) {
      return "what was asked about went back";
    }
    if (outcome.change().isEmpty()) {
      return "nothing moved";
    }
    List<String> parts = new ArrayList<>();
    for (Map.Entry<ProductId, Integer> change : outcome.change().entrySet()) {
      parts.add(
          String.format(
              Locale.ROOT,
              "%d × %s %s",
              Math.abs(change.getValue()),
              catalogue.get(change.getKey()).name(),
              change.getValue() > 0 ? "in" : "out"));
    }
    return String.join(" and ", parts);
  }

  private static String percent(double probability) {
    return probability < 0.001
        ? "under 0.1 %"
        : String.format(Locale.ROOT, "%.1f %%", probability * 100);
  }
}
