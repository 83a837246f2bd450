package pannier.simulator.bench;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import pannier.domain.basket.Basket;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Direction;
import pannier.domain.evidence.Sighting;
import pannier.domain.evidence.WeightStep;
import pannier.domain.mass.Mass;
import pannier.domain.mass.MassSpread;
import pannier.domain.money.Money;
import pannier.domain.reconcile.Belief;
import pannier.domain.reconcile.ReconcileConfig;
import pannier.domain.reconcile.Reconciler;
import pannier.domain.reconcile.Scene;

/**
 * What the reconciler needs to come to decisions, by products in the catalogue and lines in the
 * basket: a thing that went in, one that came out, one that nobody saw, and six within seconds.
 */
final class DecisionContest {
  private static final Currency EURO = Currency.getInstance("EUR");
  private static final long SECOND = 1_000_000_000L;
  private static final int CANDIDATES = 20;
  private static final int CROWD = 6;

  private final List<Product> products = new ArrayList<>();
  private final Reconciler reconciler;

  private DecisionContest(int count) {
    Random random = new Random(count);
    for (int i = 0; i < count; i++) {
      double grams = 40 + 1500 * random.nextDouble() * random.nextDouble();
      products.add(
          new Product(
              new ProductId("product-%06d".formatted(i)),
              "Product " + i,
              SaleUnit.PIECE,
              new Money(50 + random.nextInt(900), EURO),
              new MassSpread(Mass.ofGrams(grams), 1 + 0.01 * grams),
              List.of("%013d".formatted(4_000_000_000_000L + i))));
    }
    reconciler = new Reconciler(new Catalogue(EURO, products), ReconcileConfig.standard());
  }

  static Contest open(int products) {
    DecisionContest contest = new DecisionContest(products);
    List<Contender> contenders = new ArrayList<>();
    for (int lines : new int[] {1, 20, 100}) {
      contenders.add(contest.contender("in", lines, contest.one(Direction.IN, 0), List.of()));
      contenders.add(contest.contender("out", lines, contest.one(Direction.OUT, 0), List.of()));
      contenders.add(contest.contender("unseen", lines, List.of(), List.of()));
    }
    List<Sighting> crowd = new ArrayList<>();
    List<WeightStep> steps = new ArrayList<>();
    for (int i = 0; i < CROWD; i++) {
      crowd.addAll(contest.one(Direction.IN, i).subList(0, 1));
      steps.add(contest.step(i, Direction.IN));
    }
    contenders.add(contest.contender("crowd", 20, crowd, steps));
    return new Contest(contenders, () -> {});
  }

  /** As two cameras see it. */
  private List<Sighting> one(Direction direction, int which) {
    List<Sighting> sightings = new ArrayList<>();
    for (int camera = 0; camera < 2; camera++) {
      List<Candidate> candidates = new ArrayList<>();
      double probability = 0.7;
      for (int i = 0; i < CANDIDATES; i++) {
        candidates.add(
            new Candidate(
                products.get((which * CANDIDATES + i) % products.size()).id(), probability));
        probability *= i == 0 ? 0.2 : 0.6;
      }
      long nanos = (2 + which) * SECOND + camera * 70_000_000L;
      sightings.add(
          new Sighting(1 + which, camera, nanos, direction, 1, candidates, 0.05, List.of(), 0.8));
    }
    return sightings;
  }

  private WeightStep step(int which, Direction direction) {
    double grams = products.get(which * CANDIDATES % products.size()).pieceMass().mean().grams();
    long nanos = (2 + which) * SECOND;
    double sign = direction == Direction.IN ? 1 : -1;
    return new WeightStep(
        nanos + 300_000_000L,
        nanos + 700_000_000L,
        new MassSpread(Mass.ofGrams(sign * grams), 0.5),
        0.5,
        0.5);
  }

  private Contender contender(
      String name, int lines, List<Sighting> sightings, List<WeightStep> given) {
    Direction direction = sightings.isEmpty() ? Direction.IN : sightings.getFirst().direction();
    List<WeightStep> steps = given.isEmpty() ? List.of(step(0, direction)) : given;
    Belief belief = reconciler.observe(Belief.START, sightings, steps);
    Scene scene =
        new Scene(
            60 * SECOND,
            basket(lines),
            new Scene.Weighing(Scene.Load.SETTLED, 2 * SECOND),
            new Scene.Seeing(
                2,
                List.of(
                    new Scene.Watching(0, 60 * SECOND, false),
                    new Scene.Watching(1, 60 * SECOND, false))),
            false);
    return Contender.of("%s:%d".formatted(name, lines), () -> settled(belief, scene));
  }

  private Object settled(Belief belief, Scene scene) {
    Reconciler.Settlement settlement = reconciler.settle(belief, scene);
    if (settlement.decisions().isEmpty()) {
      throw new IllegalStateException("nothing was decided");
    }
    return settlement;
  }

  /** The product of {@link #one} and others of the shop. */
  private Basket basket(int lines) {
    Basket basket = Basket.EMPTY;
    for (int i = 0; i < lines; i++) {
      Product product = products.get(i);
      basket = basket.plus(product.id(), 1, product.pieceMass().mean());
    }
    return basket;
  }
}
