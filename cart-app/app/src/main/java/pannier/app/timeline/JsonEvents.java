package pannier.app.timeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pannier.domain.basket.Basket;
import pannier.domain.basket.BasketLine;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Episode;
import pannier.domain.evidence.SensorEvent;
import pannier.domain.evidence.Sighting;
import pannier.domain.mass.Mass;
import pannier.domain.money.Money;
import pannier.domain.reconcile.Decision;
import pannier.domain.weighing.Weighing;

/**
 * One JSON object a line. Masses to a tenth of a gram, probabilities to a thousandth; candidates
 * that round to nothing are left out.
 */
public final class JsonEvents implements TripEvents {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final ObjectMapper mapper = new ObjectMapper();
  private final PrintStream out;
  private final boolean withSightings;

  public JsonEvents(PrintStream out, boolean withSightings) {
    this.out = out;
    this.withSightings = withSightings;
  }

  @Override
  public void episode(Episode episode) {
    if (withSightings) {
      episode.sightings().forEach(sighting -> print(sighting(episode.number(), sighting)));
    }
  }

  private ObjectNode sighting(int episode, Sighting sighting) {
    ObjectNode line = event("sighting", episode, sighting.timestampNanos());
    line.put("camera", sighting.camera());
    line.put("direction", lower(sighting.direction()));
    line.put("pieces", sighting.pieces());
    candidates(line, sighting.candidates());
    line.put("unknown", thousandths(sighting.unknown()));
    ArrayNode codes = line.putArray("codes");
    sighting.codes().forEach(code -> codes.add(code.text()));
    line.put("clarity", thousandths(sighting.clarity()));
    return line;
  }

  @Override
  public void decision(Decision decision) {
    print(line(decision));
  }

  private ObjectNode line(Decision decision) {
    return switch (decision) {
      case Decision.Added added -> {
        ObjectNode line = event("added", added);
        booked(line, added.product().value(), added.pieces(), added.mass());
        yield line.put("probability", thousandths(added.why().probability()));
      }
      case Decision.Removed removed -> {
        ObjectNode line = event("removed", removed);
        booked(line, removed.product().value(), removed.pieces(), removed.mass());
        yield line.put("probability", thousandths(removed.why().probability()));
      }
      case Decision.Asked asked -> {
        ObjectNode line = event("asked", asked).put("direction", lower(asked.change().direction()));
        line.put("pieces", asked.change().pieces()).put("mass_g", tenths(asked.change().mass()));
        candidates(line, asked.candidates());
        yield line.put("reason", String.join("; ", asked.why().reasons()));
      }
      case Decision.Held held ->
          event("held", held)
              .put("mass_g", tenths(held.mass()))
              .put("reason", String.join("; ", held.why().reasons()));
      case Decision.Resolved resolved ->
          event("resolved", resolved)
              .put("resolved", resolved.resolved())
              .put("reason", String.join("; ", resolved.why().reasons()));
    };
  }

  private static void booked(ObjectNode line, String product, int pieces, Mass mass) {
    line.put("product", product).put("pieces", pieces).put("mass_g", tenths(mass));
  }

  @Override
  public void sensor(SensorEvent event) {
    ObjectNode line =
        mapper.createObjectNode().put("event", event.trusted() ? "trusted" : "untrusted");
    line.put("t_ms", event.timestampNanos() / NANOS_PER_MILLI);
    print(line.put("sensor", event.sensor()).put("reason", event.reason()));
  }

  @Override
  public void weighing(Weighing weighing) {
    ObjectNode line = mapper.createObjectNode().put("event", "weighed");
    line.put("t_ms", weighing.timestampNanos() / NANOS_PER_MILLI);
    line.put("number", weighing.number()).put("product", weighing.product().value());
    line.put("net_g", weighing.result().netGrams()).put("tare_g", weighing.result().tareGrams());
    line.put("gross_g", tenths(Mass.ofGrams(weighing.result().grossGrams())));
    line.put("still_ms", weighing.stability().stillMillis());
    line.put("motion_sensor", weighing.stability().bySensor());
    line.put("tilt_degrees", thousandths(weighing.stability().tiltDegrees()));
    print(line.put("seal", weighing.seal()));
  }

  @Override
  public void basket(Basket basket, int unresolved, Money total) {
    ObjectNode line = mapper.createObjectNode().put("event", "basket");
    ArrayNode lines = line.putArray("lines");
    for (BasketLine basketLine : basket.lines()) {
      lines
          .addObject()
          .put("product", basketLine.product().value())
          .put("pieces", basketLine.pieces());
    }
    line.put("unresolved", unresolved).put("total", total.toDecimal());
    print(line.put("currency", total.currency().getCurrencyCode()));
  }

  @Override
  public void trip(int number) {
    print(mapper.createObjectNode().put("event", "trip").put("trip", number));
  }

  @Override
  public void changed(int number, Optional<Decision> then, Optional<Decision> now) {
    ObjectNode line = mapper.createObjectNode().put("event", "changed").put("decision", number);
    line.set("then", then.map(this::line).orElse(null));
    line.set("today", now.map(this::line).orElse(null));
    print(line);
  }

  @Override
  public void compared(int decisions, int different) {
    ObjectNode line = mapper.createObjectNode().put("event", "compared");
    print(line.put("decisions", decisions).put("different", different));
  }

  private ObjectNode event(String name, Decision decision) {
    return event(name, decision.episode(), decision.timestampNanos());
  }

  private ObjectNode event(String name, int episode, long timestampNanos) {
    return mapper
        .createObjectNode()
        .put("event", name)
        .put("episode", episode)
        .put("t_ms", timestampNanos / NANOS_PER_MILLI);
  }

  private static void candidates(ObjectNode line, List<Candidate> candidates) {
    ArrayNode list = line.putArray("candidates");
    candidates.stream()
        .filter(candidate -> thousandths(candidate.probability()) > 0)
        .forEach(
            candidate ->
                list.addObject()
                    .put("product", candidate.product().value())
                    .put("probability", thousandths(candidate.probability())));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static double thousandths(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  private static double tenths(Mass mass) {
    return Math.round(mass.grams() * 10) / 10.0;
  }

  private void print(ObjectNode line) {
    out.println(line.toString());
  }
}
