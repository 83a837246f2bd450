package pannier.domain.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import pannier.domain.basket.Basket;
import pannier.domain.basket.BasketLine;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Direction;
import pannier.domain.evidence.Episode;
import pannier.domain.evidence.Sighting;
import pannier.domain.evidence.WeightStep;
import pannier.domain.mass.Mass;
import pannier.domain.mass.MassSpread;
import pannier.domain.reconcile.Belief.Counts;
import pannier.domain.reconcile.Belief.Gone;
import pannier.domain.reconcile.Belief.Memory;
import pannier.domain.reconcile.Decision.Asked;
import pannier.domain.reconcile.Decision.Head;
import pannier.domain.reconcile.Decision.Held;
import pannier.domain.reconcile.Decision.Resolved;
import pannier.domain.reconcile.Decision.Why;
import pannier.domain.reconcile.Explanation.Goods;
import pannier.domain.reconcile.Explanation.Outcome;
import pannier.domain.reconcile.Reconciler.Settlement;

/** The working sheet of one settling: verdicts become decisions, and the belief moves on. */
final class Ledger {
  /** More than what drips, dries up, or is read wrong twice. */
  private static final double LEFTOVER_GRAMS = 10;

  private final Catalogue catalogue;
  private final Words words;
  private final long nanos;
  private final List<Decision> decisions = new ArrayList<>();
  private final List<Episode> episodes = new ArrayList<>();
  private final List<WeightStep> leftovers = new ArrayList<>();
  private Belief belief;
  private Basket basket;

  Ledger(Catalogue catalogue, Belief belief, Basket basket, long nanos) {
    this.catalogue = catalogue;
    this.words = new Words(catalogue);
    this.belief = belief;
    this.basket = basket;
    this.nanos = nanos;
  }

  Belief belief() {
    return belief;
  }

  Basket basket() {
    return basket;
  }

  Settlement settlement() {
    return new Settlement(belief, decisions, episodes);
  }

  /** Carries a verdict out and closes its move as one episode. */
  void close(Move move, Verdict verdict) {
    open(move);
    carryOut(move, verdict);
  }

  /** A late half of a move that an open question or hold was about. */
  void close(Move move, Verdict verdict, Decision explained) {
    open(new Move(move.crossings(), List.of()));
    resolve(explained.number(), move.timestampNanos(), "the other half of its evidence came");
    carryOut(move, verdict);
  }

  /** Decides within the episode that was opened last. */
  void carryOut(Move move, Verdict verdict) {
    switch (verdict) {
      case Verdict.Book book -> book(move, book);
      case Verdict.Ask ask -> ask(move, ask);
      case Verdict.Hold hold -> {
        Why why = words.why(move, hold.weighed(), List.of(hold.reason()));
        pend(new Held(head(move.timestampNanos()), Mass.ofGrams(move.netGrams()), why));
      }
    }
  }

  /** Starts an episode and takes its evidence from what is pending. */
  private void open(Move move) {
    Set<Sighting> used = new HashSet<>();
    move.crossings().forEach(crossing -> used.addAll(crossing.sightings()));
    List<Sighting> fresh = belief.sightings().stream().filter(used::contains).toList();
    Counts counts = new Counts(belief.counts().decisions(), belief.counts().episodes() + 1);
    episodes.add(new Episode(counts.episodes(), nanos, fresh, move.steps()));
    Memory memory = belief.memory();
    Memory next =
        new Memory(joined(memory.seen(), used), without(memory.idle(), used), memory.removed());
    Belief.Evidence rest =
        new Belief.Evidence(
            without(belief.sightings(), used), without(belief.steps(), move.steps()));
    belief = belief.with(rest, next).counted(counts);
  }

  private void book(Move move, Verdict.Book book) {
    Outcome outcome = book.weighed().best().outcome();
    for (int number : outcome.returns()) {
      resolve(number, move.timestampNanos(), "it went back where it came from");
    }
    if (outcome.nothing() && move.seen() && !move.weighed()) {
      Memory memory = belief.memory();
      List<Sighting> idle = new ArrayList<>(memory.idle());
      move.crossings().forEach(crossing -> idle.addAll(crossing.sightings()));
      remember(new Memory(memory.seen(), idle, memory.removed()));
    }
    Map<ProductId, Mass> shares = shares(move, outcome);
    for (Map.Entry<ProductId, Integer> change : outcome.change().entrySet()) {
      ProductId product = change.getKey();
      int pieces = change.getValue();
      List<String> reasons = List.of(words.weight(product, pieces));
      Why why = words.why(move, book.weighed(), reasons);
      Head head = head(crossed(move, book.weighed().best(), product));
      Mass mass = shares.getOrDefault(product, Mass.ZERO);
      if (pieces > 0) {
        add(new Decision.Added(head, product, pieces, mass, why));
      } else {
        remove(new Decision.Removed(head, product, -pieces, mass, why));
      }
    }
  }

  private void add(Decision.Added added) {
    decide(added);
    basket = basket.plus(added.product(), added.pieces(), added.mass());
  }

  private void remove(Decision.Removed removed) {
    decide(removed);
    noteLeftover(removed);
    basket = basket.minus(removed.product(), removed.pieces(), removed.mass().times(-1));
    Memory memory = belief.memory();
    List<Gone> gone = new ArrayList<>(memory.removed());
    gone.add(new Gone(removed.product(), removed.timestampNanos()));
    remember(new Memory(memory.seen(), memory.idle(), gone));
  }

  /**
   * The last piece of a line should weigh what is left of the line. If it does not, something else
   * came or went that was booked wrongly or not at all.
   */
  private void noteLeftover(Decision.Removed removed) {
    BasketLine line = basket.find(removed.product()).orElseThrow();
    Product product = catalogue.get(removed.product());
    double over = line.mass().grams() + removed.mass().grams();
    boolean last = line.pieces() == removed.pieces();
    if (last && weighed(line, product) && Math.abs(over) > LEFTOVER_GRAMS) {
      MassSpread mass = new MassSpread(Mass.ofGrams(over), 2);
      leftovers.add(
          new WeightStep(removed.timestampNanos(), removed.timestampNanos(), mass, 0.5, 0.5));
    }
  }

  /** The next mass that a removal left unexplained; each is given once. */
  Optional<Move> takeLeftover() {
    return leftovers.isEmpty()
        ? Optional.empty()
        : Optional.of(new Move(List.of(), List.of(leftovers.removeFirst())));
  }

  /** When the product crossed, if it was seen to. */
  private static long crossed(Move move, Explanation best, ProductId product) {
    for (int i = 0; i < move.crossings().size(); i++) {
      if (best.parts().get(i) instanceof Goods goods && goods.product().id().equals(product)) {
        return move.crossings().get(i).timestampNanos();
      }
    }
    return move.timestampNanos();
  }

  /** What is over or short is shared out by the variances of what is expected. */
  private Map<ProductId, Mass> shares(Move move, Outcome outcome) {
    Map<ProductId, MassSpread> expected = new TreeMap<>();
    double mean = 0;
    double variance = 0;
    for (Map.Entry<ProductId, Integer> change : outcome.change().entrySet()) {
      MassSpread mass = expected(catalogue.get(change.getKey()), change.getValue());
      expected.put(change.getKey(), mass);
      mean += mass.mean().grams();
      variance += mass.varianceGrams2();
    }
    double over = move.weighed() ? move.netGrams() - mean : 0;
    Map<ProductId, Mass> shares = new TreeMap<>();
    for (Map.Entry<ProductId, MassSpread> each : expected.entrySet()) {
      double share = each.getValue().varianceGrams2() / variance;
      shares.put(each.getKey(), each.getValue().mean().plus(Mass.ofGrams(over * share)));
    }
    return shares;
  }

  /** What is taken out to the last piece weighs what the scale made of it on its way in. */
  private MassSpread expected(Product product, int signedPieces) {
    Optional<BasketLine> line = basket.find(product.id());
    if (signedPieces < 0
        && line.isPresent()
        && line.get().pieces() == -signedPieces
        && weighed(line.get(), product)) {
      return new MassSpread(line.get().mass().times(-1), 1.5);
    }
    double deviation =
        switch (product.unit()) {
          case PIECE -> product.pieceMass().standardDeviationGrams() + 0.1;
          case KILOGRAM -> 1000;
        };
    return new MassSpread(
        product.pieceMass().mean().times(signedPieces),
        deviation * Math.sqrt(Math.abs(signedPieces)));
  }

  /** A mass that is the catalogue's to the last digit was declared, not weighed. */
  private static boolean weighed(BasketLine line, Product product) {
    double declared = line.pieces() * product.pieceMass().mean().grams();
    return product.unit() == SaleUnit.PIECE && Math.abs(line.mass().grams() - declared) > 1e-9;
  }

  private void ask(Move move, Verdict.Ask ask) {
    Map.Entry<ProductId, Integer> likeliest = ask.likeliest().change().entrySet().iterator().next();
    Direction direction = likeliest.getValue() > 0 ? Direction.IN : Direction.OUT;
    Decision.Change change =
        new Decision.Change(
            direction, Math.abs(likeliest.getValue()), Mass.ofGrams(move.netGrams()));
    List<String> reasons = List.of("it is not sure enough which product it was");
    Why why = words.why(move, ask.weighed(), reasons);
    pend(new Asked(head(move.timestampNanos()), change, ask.candidates(), why));
  }

  /** Crossings that no scale can confirm: asked about, alike ones together. */
  void askUnweighed(List<Crossing> crossings) {
    open(new Move(crossings, List.of()));
    List<Crossing> rest = new ArrayList<>(crossings);
    while (!rest.isEmpty()) {
      Crossing first = rest.getFirst();
      List<Crossing> alike =
          rest.stream().filter(c -> likeliest(c).equals(likeliest(first))).toList();
      rest.removeAll(alike);
      int pieces = alike.stream().mapToInt(c -> c.pieces().getLast()).sum();
      List<Candidate> candidates = first.candidates().stream().limit(4).toList();
      double probability = candidates.isEmpty() ? 0 : candidates.getFirst().probability();
      Why why =
          words.why(
              new Move(alike, List.of()),
              new Verdict.Weighed(
                  new Explanation(List.of(Explanation.STRANGE), 0), probability, List.of()),
              List.of("there is no weight to agree with what was seen"));
      Decision.Change change = new Decision.Change(first.direction(), pieces, Mass.ZERO);
      pend(new Asked(head(first.timestampNanos()), change, candidates, why));
    }
  }

  private static String likeliest(Crossing crossing) {
    return crossing.candidates().isEmpty()
        ? "unknown"
        : crossing.candidates().getFirst().product().value();
  }

  /** Holds a mass that no episode explains. */
  void hold(Mass mass, String reason) {
    pend(new Held(new Head(belief.counts().decisions() + 1, 0, nanos), mass, Why.certain(reason)));
  }

  private void resolve(int number, long timestampNanos, String reason) {
    decide(new Resolved(head(timestampNanos), number, Why.certain(reason)));
    belief = belief.without(number);
  }

  private void pend(Decision decision) {
    decide(decision);
    belief = belief.opened(decision);
  }

  private void decide(Decision decision) {
    decisions.add(decision);
    belief = belief.counted(new Counts(decision.number(), belief.counts().episodes()));
  }

  private Head head(long timestampNanos) {
    return new Head(belief.counts().decisions() + 1, belief.counts().episodes(), timestampNanos);
  }

  private void remember(Memory memory) {
    belief = belief.with(belief.evidence(), memory);
  }

  private static <T> List<T> joined(List<T> first, Collection<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private static <T> List<T> without(List<T> all, Collection<T> some) {
    return all.stream().filter(one -> !some.contains(one)).toList();
  }
}
