package pannier.simulator.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import pannier.domain.catalogue.ProductId;
import pannier.simulator.machine.SteppedGate;

/** The figures over all trips, as the contract names them. */
final class Summary {
  private final List<PlayedTrip> trips;
  private int lines;
  private int againstShopper;
  private int againstStore;
  private int booked;
  private int matched;
  private int crossings;
  private int seen;
  private int right;
  private final Reliability reliability = new Reliability();
  private final List<Long> delays = new ArrayList<>();

  /**
   * Under what conditions the trips were made.
   *
   * @param shop "own", or the name of the folder with its photos
   */
  record Setting(String shop, int products, Evaluation.Habit habit) {}

  Summary(List<PlayedTrip> trips) {
    this.trips = List.copyOf(trips);
    for (PlayedTrip trip : trips) {
      trip.receipt().ifPresent(receipt -> count(trip.truth(), receipt));
      Matching matching = Matching.of(trip);
      booked += matching.booked();
      matched += matching.matched();
      crossings += matching.crossings();
      delays.addAll(matching.delaysNanos());
      reliability.add(trip.log().made().guesses(), trip.crossings());
      seen += trip.log().looks().seen();
      right += trip.log().looks().right();
    }
    Collections.sort(delays);
  }

  private void count(Map<ProductId, Integer> truth, Map<ProductId, Integer> receipt) {
    lines += receipt.size();
    Set<ProductId> all = new HashSet<>(truth.keySet());
    all.addAll(receipt.keySet());
    for (ProductId product : all) {
      int charged = receipt.getOrDefault(product, 0);
      int truly = truth.getOrDefault(product, 0);
      againstShopper += charged > truly ? 1 : 0;
      againstStore += charged < truly ? 1 : 0;
    }
  }

  private int count(Predicate<PlayedTrip> which) {
    return (int) trips.stream().filter(which).count();
  }

  /** The figures by the contract's names, in its order. */
  ObjectNode figures(long seed, double realSeconds, Setting setting) {
    Proportion exact = new Proportion(count(PlayedTrip::exact), trips.size());
    ObjectNode line = new ObjectMapper().createObjectNode();
    line.put("trips", trips.size()).put("seed", seed);
    line.put("receipts_exact", rounded(exact.value()));
    line.put("receipts_exact_low95", rounded(exact.low95()));
    line.put(
        "exact_or_held",
        rounded(new Proportion(count(PlayedTrip::exactOrHeld), trips.size()).value()));
    line.put("lines", lines).put("wrong_against_shopper", againstShopper);
    line.put("wrong_against_store", againstStore);
    line.put("asked_trips", count(trip -> trip.log().troubles().questions() > 0));
    line.put("questions", trips.stream().mapToInt(trip -> trip.log().troubles().questions()).sum());
    line.put("staff_trips", count(trip -> trip.log().troubles().staff()));
    line.put("event_precision", rounded(new Proportion(matched, booked).value()));
    line.put("event_recall", rounded(new Proportion(matched, crossings).value()));
    line.put("decision_p95_ms", delayMillis(0.95));
    line.put(
        "seconds_simulated",
        rounded(trips.stream().mapToDouble(trip -> trip.log().end().seconds()).sum()));
    line.put("seconds_real", Math.round(realSeconds * 10) / 10.0);
    line.put("sightings_top1", rounded(new Proportion(right, seen).value()));
    line.put("shop", setting.shop).put("products", setting.products);
    line.put("items", setting.habit.items()).put("adversarial", setting.habit.adversarial());
    line.put("bad_links", setting.habit.badLinks());
    line.put("breakdowns", setting.habit.breakdowns());
    line.put("gate_trips", count(trip -> trip.log().end().books().isPresent()));
    line.put("gate_bills", gateBills());
    line.put("charged_wrong", count(Summary::chargedWrong));
    line.set("reliability", reliability.figures());
    line.set("trade", reliability.trade());
    return line;
  }

  /** Bills that carts sent to a real gate: more than trips where some were declined. */
  private int gateBills() {
    return trips.stream()
        .flatMap(trip -> trip.log().end().books().stream())
        .mapToInt(SteppedGate.Books::submitted)
        .sum();
  }

  private static boolean chargedWrong(PlayedTrip trip) {
    return trip.log().end().books().filter(books -> !books.agree()).isPresent();
  }

  /** The delay that this share of the unaided decisions did not exceed. */
  private double delayMillis(double share) {
    if (delays.isEmpty()) {
      return 0;
    }
    int index = (int) Math.ceil(share * delays.size()) - 1;
    return Math.round(delays.get(index) / 1e5) / 10.0;
  }

  private static double rounded(double value) {
    return Math.round(value * 1e5) / 1e5;
  }
}
