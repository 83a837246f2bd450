package pannier.simulator.desk.tell;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.SensorEvent;
import pannier.domain.evidence.Sighting;
import pannier.domain.evidence.WeightStep;
import pannier.domain.mass.Mass;
import pannier.domain.reconcile.Decision;

/** Evidence and decisions as JSON, with the names of a shop's products. */
final class Lines {
  private static final int NAMED = 5;
  private static final double LEAST_NAMED = 0.002;

  private final Catalogue catalogue;

  Lines(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  static ObjectNode line(String kind, long nanos) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    return line.put("kind", kind).put("t", nanos / 1e6);
  }

  ObjectNode sighting(Sighting sighting) {
    ObjectNode line = line("sighting", sighting.timestampNanos());
    line.put("camera", sighting.camera()).put("direction", lower(sighting.direction()));
    line.put("pieces", sighting.pieces()).put("unknown", thousandths(sighting.unknown()));
    line.put("clarity", thousandths(sighting.clarity()));
    candidates(line, sighting.candidates());
    ArrayNode codes = line.putArray("codes");
    sighting.codes().forEach(code -> codes.add(code.text()));
    return line;
  }

  ObjectNode weight(WeightStep step) {
    ObjectNode line = line("weight", step.startNanos());
    line.put("settled", step.settledNanos() / 1e6);
    line.put("grams", tenths(step.change().mean()));
    line.put("sd", Math.round(step.change().standardDeviationGrams() * 10) / 10.0);
    return line.put("across", thousandths(step.acrossFraction()))
        .put("along", thousandths(step.alongFraction()));
  }

  ObjectNode sensor(SensorEvent event) {
    return line("sensor", event.timestampNanos())
        .put("sensor", event.sensor())
        .put("trusted", event.trusted())
        .put("reason", event.reason());
  }

  ObjectNode decision(Decision decision) {
    ObjectNode line = line("decision", decision.timestampNanos());
    line.put("number", decision.number()).put("episode", decision.episode());
    switch (decision) {
      case Decision.Added added -> {
        product(line.put("what", "added"), added.product());
        line.put("pieces", added.pieces()).put("grams", tenths(added.mass()));
      }
      case Decision.Removed removed -> {
        product(line.put("what", "removed"), removed.product());
        line.put("pieces", removed.pieces()).put("grams", tenths(removed.mass()));
      }
      case Decision.Asked asked -> {
        line.put("what", "asked").put("direction", lower(asked.change().direction()));
        line.put("pieces", asked.change().pieces()).put("grams", tenths(asked.change().mass()));
        candidates(line, asked.candidates());
      }
      case Decision.Held held -> line.put("what", "held").put("grams", tenths(held.mass()));
      case Decision.Resolved resolved ->
          line.put("what", "resolved").put("resolved", resolved.resolved());
    }
    Decision.Why why = decision.why();
    line.put("probability", thousandths(why.probability())).put("runnerUp", why.runnerUp());
    ArrayNode reasons = line.putArray("reasons");
    why.reasons().forEach(reasons::add);
    return line;
  }

  void candidates(ObjectNode to, List<Candidate> candidates) {
    ArrayNode list = to.putArray("candidates");
    candidates.stream()
        .filter(candidate -> candidate.probability() >= LEAST_NAMED)
        .limit(NAMED)
        .forEach(
            candidate ->
                product(list.addObject(), candidate.product())
                    .put("p", thousandths(candidate.probability())));
  }

  ObjectNode product(ObjectNode to, ProductId id) {
    return to.put("product", id.value()).put("name", name(id));
  }

  /** What the catalogue calls it; its id where it does not know it. */
  String name(ProductId id) {
    return catalogue.find(id).map(Product::name).orElse(id.value());
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static double thousandths(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  private static double tenths(Mass mass) {
    return Math.round(mass.grams() * 10) / 10.0;
  }
}
