package pannier.domain.reconcile;

import java.util.ArrayList;
import java.util.List;
import pannier.domain.basket.Basket;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Direction;
import pannier.domain.evidence.Episode;
import pannier.domain.evidence.Sighting;
import pannier.domain.evidence.WeightStep;
import pannier.domain.mass.Mass;

/** Turns evidence into decisions. First form: one net change and the pictures that go with it. */
public final class Reconciler {
  private final Catalogue catalogue;
  private final ReconcileConfig config;

  public Reconciler(Catalogue catalogue, ReconcileConfig config) {
    this.catalogue = catalogue;
    this.config = config;
  }

  /** What settling gave; decisions are to be applied to the basket in their order. */
  public record Settlement(Belief belief, List<Decision> decisions, List<Episode> episodes) {
    public Settlement {
      decisions = List.copyOf(decisions);
      episodes = List.copyOf(episodes);
    }
  }

  /** With new evidence. */
  public Belief observe(Belief belief, List<Sighting> sightings, List<WeightStep> steps) {
    if (sightings.isEmpty() && steps.isEmpty()) {
      return belief;
    }
    List<Sighting> seen = new ArrayList<>(belief.sightings());
    seen.addAll(sightings);
    seen.sort(
        java.util.Comparator.comparingLong(Sighting::timestampNanos)
            .thenComparingInt(Sighting::camera)
            .thenComparingInt(Sighting::number));
    List<WeightStep> weighed = new ArrayList<>(belief.steps());
    weighed.addAll(steps);
    return new Belief(seen, weighed, belief.settled(), belief.open(), belief.counts());
  }

  /** Settles what can be settled now. */
  public Settlement settle(Belief belief, Scene scene) {
    if (!belief.pending() || !(scene.last() || quiet(belief, scene))) {
      return new Settlement(belief, List.of(), List.of());
    }
    int episode = belief.counts().episodes() + 1;
    List<Decision> decisions = decide(belief, scene, episode);
    List<Decision> open = new ArrayList<>(belief.open());
    for (Decision decision : decisions) {
      if (decision instanceof Decision.Asked || decision instanceof Decision.Held) {
        open.add(decision);
      }
    }
    Belief next =
        new Belief(
            List.of(),
            List.of(),
            belief.sightings(),
            open,
            new Belief.Counts(belief.counts().decisions() + decisions.size(), episode));
    Episode closed = new Episode(episode, scene.nanos(), belief.sightings(), belief.steps());
    return new Settlement(next, decisions, List.of(closed));
  }

  /** A mass that no episode explains, such as what lay in the basket at the start. */
  public static Settlement hold(Belief belief, long nanos, Mass mass, String reason) {
    int number = belief.counts().decisions() + 1;
    Decision held = held(new Decision.Head(number, 0, nanos), mass.grams(), reason);
    List<Decision> open = new ArrayList<>(belief.open());
    open.add(held);
    Belief next =
        new Belief(
            belief.sightings(),
            belief.steps(),
            belief.settled(),
            open,
            new Belief.Counts(number, belief.counts().episodes()));
    return new Settlement(next, List.of(held), List.of());
  }

  private boolean quiet(Belief belief, Scene scene) {
    if (scene.scale() == Scene.Weighing.UNSETTLED) {
      return false;
    }
    long latest = 0;
    for (Sighting sighting : belief.sightings()) {
      latest = Math.max(latest, sighting.timestampNanos());
    }
    for (WeightStep step : belief.steps()) {
      latest = Math.max(latest, step.settledNanos());
    }
    boolean waits = belief.steps().isEmpty() && scene.scale() == Scene.Weighing.SETTLED;
    long wait =
        (waits ? config.patience().weightAfterSighting() : config.patience().grace()).toNanos();
    if (scene.nanos() < latest + wait) {
      return false;
    }
    long until = latest;
    return scene.nanos() > latest + config.patience().slowCamera().toNanos()
        || scene.cameras().stream().allMatch(c -> c.upToNanos() >= until && !c.active());
  }

  private List<Decision> decide(Belief belief, Scene scene, int episode) {
    double net = 0;
    double variance = 0;
    for (WeightStep step : belief.steps()) {
      net += step.change().mean().grams();
      variance += step.change().varianceGrams2();
    }
    int number = belief.counts().decisions() + 1;
    long at =
        belief.sightings().isEmpty()
            ? belief.steps().getFirst().startNanos()
            : belief.sightings().getFirst().timestampNanos();
    Decision.Head head = new Decision.Head(number, episode, at);
    if (belief.steps().isEmpty()) {
      return scene.scale() == Scene.Weighing.ABSENT ? askEach(belief, episode) : List.of();
    }
    if (belief.sightings().isEmpty()) {
      return List.of(held(head, net, "weight changed and no camera saw why"));
    }
    Direction direction = net < 0 ? Direction.OUT : Direction.IN;
    for (Candidate candidate : belief.sightings().getFirst().candidates()) {
      Product product = catalogue.find(candidate.product()).orElse(null);
      if (product == null) {
        continue;
      }
      double mean = product.pieceMass().mean().grams();
      int pieces = Math.max(1, (int) Math.round(Math.abs(net) / mean));
      double sd = Math.sqrt(variance + pieces * product.pieceMass().varianceGrams2());
      if (Math.abs(Math.abs(net) - pieces * mean) < 4 * sd
          && (direction == Direction.IN || has(scene.basket(), product.id(), pieces))) {
        Mass mass = Mass.ofGrams(net);
        Decision.Why why =
            new Decision.Why(0.99, "", List.of("seen and weighed as " + product.name()));
        return List.of(
            direction == Direction.IN
                ? new Decision.Added(head, product.id(), pieces, mass, why)
                : new Decision.Removed(head, product.id(), pieces, mass, why));
      }
    }
    return List.of(held(head, net, "mass that nothing explains"));
  }

  private static boolean has(Basket basket, ProductId product, int pieces) {
    return basket.pieces(product) >= pieces;
  }

  private static Decision held(Decision.Head head, double grams, String reason) {
    return new Decision.Held(head, Mass.ofGrams(grams), Decision.Why.certain(reason));
  }

  private static List<Decision> askEach(Belief belief, int episode) {
    List<Decision> asked = new ArrayList<>();
    int number = belief.counts().decisions();
    for (Sighting sighting : belief.sightings()) {
      number++;
      asked.add(
          new Decision.Asked(
              new Decision.Head(number, episode, sighting.timestampNanos()),
              new Decision.Change(sighting.direction(), sighting.pieces(), Mass.ZERO),
              sighting.candidates(),
              Decision.Why.certain("seen, but there is no scale to agree")));
    }
    return asked;
  }
}
