package pannier.app.proof;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.tinylog.Logger;
import pannier.app.proof.Proof.Point;
import pannier.domain.evidence.Direction;
import pannier.domain.evidence.Episode;
import pannier.domain.evidence.LoadSample;
import pannier.domain.evidence.Sighting;
import pannier.domain.mass.Mass;
import pannier.domain.reconcile.Decision;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.TripState;

/**
 * Sees each tick, and keeps of each thing that is booked in or out its picture and the scale's
 * curve around it. Pictures of what is never booked (a hand, a bag) are not kept. Ticks come from
 * one thread, pictures from those of the cameras.
 */
public final class Witness {
  private static final long BEFORE_NANOS = 2_000_000_000L;
  private static final long AFTER_NANOS = 3_000_000_000L;

  /** Of the scale: twelve a second are a smooth line. */
  private static final long STEP_NANOS = 80_000_000L;

  /** How long the scale's past is remembered: a decision comes later than its thing. */
  private static final long PAST_NANOS = 30_000_000_000L;

  /** Pictures that no decision has used yet; the oldest go first. */
  private static final int MOST_PICTURES = 64;

  private final ProofBook book;
  private final InstantSource clock;
  private final Map<String, byte[]> pictures = new ConcurrentHashMap<>();
  private final Deque<String> order = new ConcurrentLinkedDeque<>();
  private final Deque<LoadSample> past = new ArrayDeque<>();
  private final Map<Integer, Open> open = new HashMap<>();

  /** The book stays the caller's. */
  public Witness(ProofBook book, InstantSource clock) {
    this.book = book;
    this.clock = clock;
  }

  /** What an open question is about, until somebody has answered it. */
  private record Open(long crossedNanos, List<Sighting> sightings) {}

  /**
   * A camera's vision made a sighting; told by that camera's thread.
   *
   * @param sighting its number, as its camera counts them
   */
  public void keep(int camera, int sighting, byte[] jpeg) {
    String key = key(camera, sighting);
    pictures.put(key, jpeg);
    order.addLast(key);
    while (order.size() > MOST_PICTURES) {
      pictures.remove(order.removeFirst());
    }
  }

  private static String key(int camera, int sighting) {
    return camera + "/" + sighting;
  }

  /** What a tick gave. */
  public void see(CartCore.Step step) {
    CartState state = step.state();
    remember(state);
    if (state.trip() instanceof TripState.Running running) {
      for (Decision decision : step.decisions()) {
        see(decision, step, running.trip().id());
      }
    } else if (state.trip() instanceof TripState.Idle && !open.isEmpty()) {
      open.clear();
    }
  }

  private void remember(CartState state) {
    List<LoadSample> window = state.watch().scale().window();
    if (!window.isEmpty()) {
      LoadSample last = window.getLast();
      LoadSample before = past.peekLast();
      if (before == null || last.timestampNanos() - before.timestampNanos() >= STEP_NANOS) {
        past.addLast(last);
      }
      while (last.timestampNanos() - past.getFirst().timestampNanos() > PAST_NANOS) {
        past.removeFirst();
      }
    }
  }

  private void see(Decision decision, CartCore.Step step, String tripId) {
    List<Sighting> sightings = sightings(step, decision.episode());
    switch (decision) {
      case Decision.Added it ->
          keep(tripId, decision, it.product().value(), it.mass(), about(step, decision, sightings));
      case Decision.Removed it ->
          keep(tripId, decision, it.product().value(), it.mass(), about(step, decision, sightings));
      case Decision.Asked it -> open.put(it.number(), new Open(it.timestampNanos(), sightings));
      case Decision.Held it -> open.put(it.number(), new Open(it.timestampNanos(), sightings));
      case Decision.Resolved it -> open.remove(it.resolved());
    }
  }

  private static List<Sighting> sightings(CartCore.Step step, int episode) {
    return step.episodes().stream()
        .filter(it -> it.number() == episode)
        .map(Episode::sightings)
        .flatMap(List::stream)
        .toList();
  }

  /** An answer books what its question was about, in the same step. */
  private Open about(CartCore.Step step, Decision decision, List<Sighting> own) {
    if (decision.episode() == 0) {
      for (Decision other : step.decisions()) {
        if (other instanceof Decision.Resolved resolved && open.containsKey(resolved.resolved())) {
          return open.get(resolved.resolved());
        }
      }
    }
    return new Open(decision.timestampNanos(), own);
  }

  private void keep(String tripId, Decision decision, String product, Mass mass, Open about) {
    boolean in = decision instanceof Decision.Added;
    List<byte[]> shown = new ArrayList<>();
    for (Sighting sighting : about.sightings) {
      byte[] jpeg = pictures.get(key(sighting.camera(), sighting.number()));
      if (jpeg != null && (sighting.direction() == Direction.IN) == in) {
        shown.add(jpeg);
      }
    }
    Proof proof =
        new Proof(
            decision.number(),
            product,
            in,
            clock.millis(),
            Math.round(mass.grams()),
            curve(about.crossedNanos),
            shown.size());
    try {
      book.keep(tripId, proof, shown);
    } catch (IOException e) {
      // Nobody's shopping waits for what only a dispute would need.
      Logger.warn("no proof is kept: {}", e.getMessage());
    }
  }

  private List<Point> curve(long crossedNanos) {
    return past.stream()
        .filter(it -> it.timestampNanos() >= crossedNanos - BEFORE_NANOS)
        .filter(it -> it.timestampNanos() <= crossedNanos + AFTER_NANOS)
        .map(
            it ->
                new Point(
                    (int) ((it.timestampNanos() - crossedNanos) / 1_000_000),
                    (int) Math.round(it.totalGrams())))
        .toList();
  }

  /** Deletes what is over its time; to be called when a trip ends. */
  public void sweep() {
    try {
      book.sweep();
    } catch (IOException e) {
      Logger.warn("proofs stay too long: {}", e.getMessage());
    }
  }
}
