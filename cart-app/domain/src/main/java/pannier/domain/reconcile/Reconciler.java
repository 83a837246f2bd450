package pannier.domain.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pannier.domain.basket.Basket;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.evidence.Direction;
import pannier.domain.evidence.Episode;
import pannier.domain.evidence.Sighting;
import pannier.domain.evidence.WeightStep;
import pannier.domain.mass.Mass;
import pannier.domain.mass.MassSpread;
import pannier.domain.reconcile.Explanation.Goods;
import pannier.domain.reconcile.ReconcileConfig.Patience;
import pannier.domain.reconcile.Scene.Load;

/**
 * Turns evidence into decisions. Pending sightings and steps are cut into moves so that all of them
 * together are likeliest; each move's stories are scored by prior and likelihood; what is fully
 * explained is settled at once, the rest when its other half is no longer to be expected.
 */
public final class Reconciler {
  /** A load beside the cells is given so long to go away by itself. */
  private static final long LEANING_NANOS = 10_000_000_000L;

  /** More pending evidence than this is settled without waiting for the rest. */
  private static final int MOST_PENDING = 12;

  private final Catalogue catalogue;
  private final ReconcileConfig config;
  private final Storyteller storyteller;
  private final Judge judge;
  private final Fusion fusion;

  public Reconciler(Catalogue catalogue, ReconcileConfig config) {
    this.catalogue = catalogue;
    this.config = config;
    this.storyteller = new Storyteller(catalogue, config.priors());
    this.judge = new Judge(config.costs());
    this.fusion = new Fusion(catalogue, config.pictures());
  }

  /** What settling gave; decisions are to be applied to the basket in their order. */
  public record Settlement(Belief belief, List<Decision> decisions, List<Episode> episodes) {
    public Settlement {
      decisions = List.copyOf(decisions);
      episodes = List.copyOf(episodes);
    }
  }

  /** With new evidence. What another camera saw late of a settled item is dropped. */
  public Belief observe(Belief belief, List<Sighting> sightings, List<WeightStep> steps) {
    if (sightings.isEmpty() && steps.isEmpty()) {
      return belief;
    }
    long same = config.patience().sameItem().toNanos();
    List<Sighting> seen = new ArrayList<>(belief.sightings());
    List<Sighting> known = new ArrayList<>(belief.memory().seen());
    for (Sighting sighting : sightings) {
      if (known.stream().anyMatch(k -> Crossing.same(k, sighting, same))) {
        known.add(sighting);
      } else {
        seen.add(sighting);
      }
    }
    seen.sort(
        Comparator.comparingLong(Sighting::timestampNanos)
            .thenComparingInt(Sighting::camera)
            .thenComparingInt(Sighting::number));
    List<WeightStep> weighed = new ArrayList<>(belief.steps());
    weighed.addAll(steps);
    Belief.Memory memory =
        new Belief.Memory(known, belief.memory().idle(), belief.memory().removed());
    return belief.with(new Belief.Evidence(seen, weighed), memory);
  }

  /** A mass that no episode explains, such as what lay in the basket at the start. */
  public Settlement hold(Belief belief, long nanos, Mass mass, String reason) {
    Ledger ledger = new Ledger(catalogue, belief, Basket.EMPTY, nanos);
    ledger.hold(mass, reason);
    return ledger.settlement();
  }

  /** Settles what can be settled now. */
  public Settlement settle(Belief belief, Scene scene) {
    Belief now = forget(belief, scene.nanos());
    Ledger ledger = new Ledger(catalogue, now, scene.basket(), scene.nanos());
    if (!now.pending()) {
      return ledger.settlement();
    }
    if (scene.scale().load() == Load.UNKNOWN && now.steps().isEmpty()) {
      settleUnweighed(ledger, scene);
    } else {
      while (settleOne(ledger, scene)) {
        // Each move that closes changes what the others may be.
      }
    }
    return ledger.settlement();
  }

  private Belief forget(Belief belief, long nanos) {
    Belief.Memory memory = belief.memory().since(nanos - config.patience().memory().toNanos());
    return memory.equals(belief.memory()) ? belief : belief.with(belief.evidence(), memory);
  }

  /** Closes the first move that can be closed. */
  private boolean settleOne(Ledger ledger, Scene scene) {
    Belief belief = ledger.belief();
    if (!belief.pending()) {
      return false;
    }
    List<Crossing> crossings = crossings(belief);
    Stock hoped = stock(ledger);
    expect(hoped, crossings);
    Readings readings = storyteller.readings(hoped);
    List<Move> moves =
        Partition.best(
            crossings,
            belief.steps(),
            move ->
                StrictMath.log(
                    storyteller.evidence(move, readings, belief.unbilled(), around(move, scene))));
    boolean crowded = belief.sightings().size() + belief.steps().size() > MOST_PENDING;
    for (Move move : moves) {
      Stock stock = stock(ledger);
      likely(move.crossings()).forEach(stock::visit);
      Verdict verdict = judge(move, stock, belief.unbilled(), scene);
      if (closes(move, verdict, crowded, scene)) {
        close(ledger, move, verdict, stock, scene);
        settleLeftovers(ledger, scene);
        return true;
      }
    }
    return false;
  }

  /** While the load moves, only what is already fully explained is settled. */
  private boolean closes(Move move, Verdict verdict, boolean crowded, Scene scene) {
    boolean moving = scene.scale().load() == Load.MOVING && !scene.last();
    boolean over = !moving && (scene.last() || crowded || waited(move, scene));
    return over || plain(move, verdict);
  }

  private void settleLeftovers(Ledger ledger, Scene scene) {
    for (Optional<Move> left = ledger.takeLeftover();
        left.isPresent();
        left = ledger.takeLeftover()) {
      Stock stock = stock(ledger);
      ledger.carryOut(left.get(), judge(left.get(), stock, ledger.belief().unbilled(), scene));
    }
  }

  private List<Crossing> crossings(Belief belief) {
    long same = config.patience().sameItem().toNanos();
    return fusion.merge(belief.sightings(), same).stream()
        .map(
            crossing ->
                crossing.echoes(belief.sightings()) || crossing.echoes(belief.memory().seen())
                    ? crossing.asEcho()
                    : crossing)
        .toList();
  }

  private Stock stock(Ledger ledger) {
    return new Stock(
        catalogue, ledger.basket(), ledger.belief().memory().removed(), config.priors().habits());
  }

  /** What is going in may come out again before either is settled. */
  private void expect(Stock stock, List<Crossing> crossings) {
    for (Crossing crossing : crossings) {
      likely(List.of(crossing))
          .forEach(product -> stock.expect(product, crossing.pieces().getLast()));
    }
  }

  /** What the pictures say may be going in. */
  private List<Product> likely(List<Crossing> crossings) {
    return crossings.stream()
        .filter(crossing -> crossing.direction() == Direction.IN)
        .flatMap(crossing -> crossing.candidates().stream())
        .filter(candidate -> candidate.probability() > 0.1)
        .flatMap(candidate -> catalogue.find(candidate.product()).stream())
        .toList();
  }

  private Verdict judge(Move move, Stock stock, List<Decision> open, Scene scene) {
    return judge.judge(
        move, storyteller.explain(move, stock, open, around(move, scene)), scene.cameras());
  }

  private Storyteller.Circumstances around(Move move, Scene scene) {
    boolean stirred = move.weighed();
    for (Crossing crossing : move.crossings()) {
      stirred |= scene.scale().stirredNanos() >= crossing.timestampNanos() - 1_500_000_000L;
    }
    return new Storyteller.Circumstances(stirred, !scene.cameras().trusted().isEmpty());
  }

  /** Everything fits as it was seen: nothing that is still to come would make it likelier. */
  private static boolean plain(Move move, Verdict verdict) {
    if (!(verdict instanceof Verdict.Book book) || !move.seen() || move.steps().size() != 1) {
      return false;
    }
    List<Explanation.Part> parts = book.weighed().best().parts();
    for (int i = 0; i < move.crossings().size(); i++) {
      Crossing crossing = move.crossings().get(i);
      int sign = crossing.direction() == Direction.IN ? 1 : -1;
      if (!(parts.get(i) instanceof Goods goods)
          || !crossing.pieces().contains(sign * goods.signedPieces())) {
        return false;
      }
    }
    return true;
  }

  /** Nothing more is to be expected about this move. */
  private boolean waited(Move move, Scene scene) {
    Patience patience = config.patience();
    long latest = move.latestNanos();
    long wait = patience.grace().toNanos();
    if (!move.weighed()
        || move.crossings().size() > 1
        || (!move.seen() && move.netGrams() < 0 && looking(scene))) {
      wait = patience.otherHalf().toNanos();
    }
    if (move.crossings().stream().allMatch(c -> c.direction() == Direction.OUT)
        && !move.weighed()) {
      // The load leaves before the thing crosses the rim: no weight is to be expected any more.
      wait = patience.grace().toNanos() * 3 / 2;
    }
    if (!move.seen() && move.offTheFloor()) {
      wait = LEANING_NANOS;
    }
    if (scene.nanos() < latest + wait) {
      return false;
    }
    return scene.cameras().quietSince(latest)
        || scene.nanos() >= latest + Math.max(wait, patience.slowCamera().toNanos());
  }

  private static boolean looking(Scene scene) {
    return !scene.cameras().trusted().isEmpty();
  }

  private void close(Ledger ledger, Move move, Verdict verdict, Stock stock, Scene scene) {
    Belief belief = ledger.belief();
    if (!move.seen() && !(verdict instanceof Verdict.Book)) {
      Move whole = withIdle(move, belief, stock, scene);
      if (whole != null) {
        ledger.close(whole, judge(whole, stock, belief.unbilled(), scene));
        return;
      }
    }
    if (move.crossings().size() == 1 && !move.weighed()) {
      for (Decision open : belief.open()) {
        Optional<Move> whole = withOpen(move, open);
        if (whole.isPresent()) {
          Verdict late = judge(whole.get(), stock, List.of(), scene);
          if (booksGoods(late)) {
            ledger.close(whole.get(), late, open);
            return;
          }
        }
      }
    }
    ledger.close(move, verdict);
  }

  private static boolean booksGoods(Verdict verdict) {
    return verdict instanceof Verdict.Book book
        && !book.weighed().best().outcome().change().isEmpty();
  }

  /** A weight that nobody saw may belong to a crossing that came to nothing before. */
  private @Nullable Move withIdle(Move move, Belief belief, Stock stock, Scene scene) {
    List<Crossing> idle =
        fusion.merge(belief.memory().idle(), config.patience().sameItem().toNanos());
    for (Crossing crossing : idle.reversed()) {
      Move whole = new Move(List.of(crossing), move.steps());
      boolean late = crossing.timestampNanos() > move.latestNanos();
      if (!late && booksGoods(judge(whole, stock, belief.unbilled(), scene))) {
        return whole;
      }
    }
    return null;
  }

  /** What is shown after a mass was held does not explain it. */
  private static boolean fitsInTime(Crossing crossing, Decision open) {
    double after = (crossing.timestampNanos() - open.timestampNanos()) / 1e9;
    return crossing.direction() == Direction.IN
        ? after > -4 && after < 0.5
        : after > -1.5 && after < 3;
  }

  /** A crossing that a slow camera reports late may be what an open matter is about. */
  private Optional<Move> withOpen(Move move, Decision open) {
    double grams = Matter.of(open).grams();
    if (grams == 0 || !fitsInTime(move.crossings().getFirst(), open)) {
      return Optional.empty();
    }
    WeightStep step =
        new WeightStep(
            open.timestampNanos(),
            open.timestampNanos(),
            new MassSpread(Mass.ofGrams(grams), 1.5),
            0.5,
            0.5);
    return Optional.of(new Move(move.crossings(), List.of(step)));
  }

  /** Pictures alone book nothing: each thing seen becomes a question. */
  private void settleUnweighed(Ledger ledger, Scene scene) {
    long same = config.patience().sameItem().toNanos();
    List<Crossing> crossings = fusion.merge(ledger.belief().sightings(), same);
    List<Crossing> group = new ArrayList<>();
    for (Crossing crossing : crossings) {
      if (!group.isEmpty() && !together(group.getLast(), crossing, same)) {
        ledger.askUnweighed(group);
        group = new ArrayList<>();
      }
      group.add(crossing);
    }
    Move last = new Move(group, List.of());
    long latest = last.latestNanos();
    boolean over =
        scene.nanos() >= latest + same
            && (scene.cameras().quietSince(latest + same)
                || scene.nanos() >= latest + config.patience().slowCamera().toNanos());
    if (scene.last() || over) {
      ledger.askUnweighed(group);
    }
  }

  private static boolean together(Crossing before, Crossing after, long sameNanos) {
    return before.direction() == after.direction()
        && after.timestampNanos() - before.timestampNanos() <= sameNanos;
  }
}
