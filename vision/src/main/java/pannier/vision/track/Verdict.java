package pannier.vision.track;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pannier.domain.evidence.Direction;
import pannier.vision.motion.Blob;
import pannier.vision.motion.Box;
import pannier.vision.motion.CellMask;
import pannier.vision.motion.QuietScene;
import pannier.vision.rim.RimMap;

/** Decides, after a visit, what crossed the rim during it. */
public final class Verdict {
  private static final int LEAST_CELLS = 12;

  /** A place that changed for no clear reason must be so large to count. */
  private static final int DOUBTFUL_CELLS = 40;

  private static final long NEVER = Long.MIN_VALUE;

  private final Visit visit;
  private final RimMap rim;
  private final SceneComparison comparison;
  private final long[] lastOtherNanos;
  private final List<Afloat> afloat = new ArrayList<>();

  private Verdict(Visit visit) {
    this.visit = visit;
    rim = visit.memory().rim();
    comparison = visit.comparison();
    lastOtherNanos = visit.memory().cellNanos();
    Arrays.fill(lastOtherNanos, NEVER);
    for (Look look : visit.looks()) {
      add(look, visit.memory().foreground().solid(look.picture(), visit.memory().after()));
    }
  }

  /** What crossed the rim during a visit that is over, oldest first. */
  public static List<Crossing> of(Visit visit) {
    Verdict verdict = new Verdict(visit);
    return verdict.crossings(verdict.comparison.changes());
  }

  /** One line for each place that changed, for people who want to see why. */
  public static List<String> explain(Visit visit) {
    Verdict verdict = new Verdict(visit);
    return verdict.comparison.changes().stream().map(verdict::explain).toList();
  }

  private String explain(Change change) {
    Box box = change.blob().box();
    return "%s %d cells at %d,%d-%d,%d sureness %.2f atRim %s moved %s settled %.2f s %s way %s crossed %s"
        .formatted(
            change.direction(),
            change.blob().size(),
            box.left(),
            box.top(),
            box.right(),
            box.bottom(),
            change.sureness(),
            change.atRim(),
            moved(change),
            settledNanos(change) / 1e9,
            carried(change),
            directed(change).map(Change::direction),
            directed(change).flatMap(this::crossing).map(Crossing::timestampNanos));
  }

  private List<Crossing> crossings(List<Change> changes) {
    List<Crossing> crossings = new ArrayList<>();
    for (Change change : changes) {
      if (moved(change)) {
        directed(change).flatMap(this::crossing).ifPresent(crossings::add);
      }
    }
    if (crossings.isEmpty()) {
      doubtful(changes).ifPresent(crossings::add);
    }
    crossings.sort(Comparator.comparingLong(Crossing::timestampNanos));
    return Displaced.removedFrom(crossings);
  }

  /**
   * If a hand was there and nothing else tells what it did, the largest place that changed is taken
   * to be its work, the way that the signs lean to. Whoever hears of it has the scale to ask.
   */
  private Optional<Crossing> doubtful(List<Change> changes) {
    return changes.stream()
        .filter(
            change -> moved(change) && !change.atRim() && change.blob().size() >= DOUBTFUL_CELLS)
        .max(Comparator.comparingInt(change -> change.blob().size()))
        .flatMap(this::leaning);
  }

  private Optional<Crossing> leaning(Change change) {
    return carried(change).leaning(change).flatMap(direction -> overRim(turned(change, direction)));
  }

  /** Crossing when something was over the rim. */
  private Optional<Crossing> overRim(Change leaning) {
    List<Afloat> looks = looks(leaning, settledNanos(leaning));
    List<Waypoint> way = Trail.follow(leaning, looks, rim).way();
    OptionalLong crossed = RimTimes.crossingNanos(looks, rim);
    return crossed.isEmpty()
        ? Optional.empty()
        : Optional.of(new Crossing(crossed.getAsLong(), settledNanos(leaning), leaning, way));
  }

  private Change turned(Change change, Direction direction) {
    QuietScene shown = direction == Direction.IN ? visit.after() : visit.before();
    return change.turned(direction, Colour.of(change.blob(), shown));
  }

  /** The change with its direction: its outline's, or that in which its colours were carried. */
  private Optional<Change> directed(Change change) {
    if (change.isSure() || change.atRim()) {
      return change.isSure() ? Optional.of(change) : Optional.empty();
    }
    return carried(change).direction(change).map(direction -> turned(change, direction));
  }

  private Carried carried(Change change) {
    Blob cells = change.blob();
    ColourContent now = ColourContent.of(cells, visit.after());
    ColourContent then = ColourContent.of(cells, visit.before());
    return Carried.of(new Carried.Place(cells, now, then), afloat, rim, settledNanos(change));
  }

  private void add(Look look, CellMask otherThanAfter) {
    for (int cell = otherThanAfter.next(0); cell >= 0; cell = otherThanAfter.next(cell + 1)) {
      lastOtherNanos[cell] = look.timestampNanos();
    }
    afloat.add(Afloat.of(look.picture(), look.solid(), otherThanAfter, LEAST_CELLS));
  }

  /** Light changes in silence: only where something moved can something have come or gone. */
  private boolean moved(Change change) {
    long cells = change.blob().cells().filter(visit::moved).count();
    return 4 * cells >= change.blob().size();
  }

  private Optional<Crossing> crossing(Change change) {
    long settled = settledNanos(change);
    List<Afloat> looks = looks(change, settled);
    Trail trail = Trail.follow(change, looks, rim);
    OptionalLong crossed = trail.crossingNanos();
    if (crossed.isEmpty() && change.isBeyondDoubt()) {
      crossed = RimTimes.crossingNanos(looks, rim);
    }
    return crossed.isEmpty()
        ? Optional.empty()
        : Optional.of(new Crossing(crossed.getAsLong(), settled, change, trail.way()));
  }

  /**
   * From the moment at which the item lay at its place towards that at which it crossed the rim.
   */
  private List<Afloat> looks(Change change, long settled) {
    return change.direction() == Direction.IN
        ? afloat.stream().filter(look -> look.timestampNanos() <= settled).toList().reversed()
        : afloat.stream().filter(look -> look.timestampNanos() >= settled).toList();
  }

  /** When the first fifth of a place took on its new look for good. */
  private long settledNanos(Change change) {
    long[] times =
        change
            .blob()
            .cells()
            .mapToLong(cell -> lastOtherNanos[cell])
            .filter(nanos -> nanos != NEVER)
            .sorted()
            .toArray();
    return times.length == 0 ? NEVER : times[times.length / 5];
  }
}
