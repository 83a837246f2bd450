package pannier.simulator.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import pannier.app.loop.CartLoop;
import pannier.app.loop.Settlements;
import pannier.domain.basket.BillLine;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Direction;
import pannier.domain.evidence.Sighting;
import pannier.domain.reconcile.Decision;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.Input;
import pannier.domain.trip.TickRecord;
import pannier.domain.trip.TripState;
import pannier.simulator.cart.CartWiring;
import pannier.simulator.evaluate.Reliability.Guess;
import pannier.simulator.fault.BadLink;
import pannier.simulator.fault.Breakdowns;
import pannier.simulator.machine.SteppedGate;
import pannier.simulator.shop.Article;
import pannier.simulator.shopper.RandomShopper;
import pannier.simulator.shopper.Screen;
import pannier.simulator.shopper.Trick;
import pannier.simulator.world.Chance;
import pannier.simulator.world.SimulatedWorld;
import pannier.vision.Recogniser;

/** Plays whole trips, one after the other. One thread. */
final class TripPlayer {
  /** Who has not paid by then never will. */
  private static final long LONGEST_NANOS = 900_000_000_000L;

  private final Evaluation evaluation;
  private final Recogniser recogniser;

  /**
   * @param recogniser stays the caller's
   */
  TripPlayer(Evaluation evaluation, Recogniser recogniser) {
    this.evaluation = evaluation;
    this.recogniser = recogniser;
  }

  /** Looks on while a trip is played by a cart that does not break down. */
  interface Witness {
    /** After a tick, with what the sensors gave in it. */
    void saw(SimulatedWorld world, TickRecord record);
  }

  /** Plays the trip of that number; the same number gives the same trip. */
  PlayedTrip play(int number) throws IOException {
    return play(number, (world, record) -> {});
  }

  /** Plays it before a witness. */
  PlayedTrip play(int number, Witness witness) throws IOException {
    Chance chance = new Chance(evaluation.seed() * 1_000_003 + number);
    Optional<Trick> trick = trick(chance);
    try (SimulatedWorld world = new SimulatedWorld(evaluation.world(chance.seed()));
        Trolley trolley = trolley(world, trick, chance, witness)) {
      List<ProductId> shelf = evaluation.shop().articles().stream().map(Article::id).toList();
      RandomShopper shopper =
          new RandomShopper(world, shelf, evaluation.habit().items(), trick, chance.of("shopper"));
      return new Run(number, world, trolley, shopper).play();
    }
  }

  private Trolley trolley(
      SimulatedWorld world, Optional<Trick> trick, Chance chance, Witness witness)
      throws IOException {
    RandomGenerator random = chance.of("breakdowns");
    boolean breaks = random.nextDouble() < evaluation.habit().breakdowns();
    boolean pulled = trick.equals(Optional.of(Trick.BATTERY_OUT));
    if (breaks || pulled) {
      Breakdowns breakdowns = new Breakdowns(random);
      return new BreakingTrolley(
          world,
          recogniser,
          evaluation.shop().catalogue(),
          pulled ? breakdowns.batteryOut() : breakdowns.draw(),
          chance);
    }
    Optional<SteppedGate> gate = gate(trick, chance);
    return new Trolley.Steady(
        CartWiring.cart(
            world,
            recogniser,
            new CartCore(evaluation.shop().catalogue(), CartWiring.config(world)),
            (record, decisions, weighings) -> witness.saw(world, record),
            gate.<Settlements>map(real -> real).orElseGet(InstantGate::new)),
        gate);
  }

  /** A real gate where the link is bad, or where a payment is to be refused. */
  private Optional<SteppedGate> gate(Optional<Trick> trick, Chance chance) throws IOException {
    RandomGenerator random = chance.of("bad link");
    boolean bad = random.nextDouble() < evaluation.habit().badLinks();
    if (!bad && !trick.equals(Optional.of(Trick.REFUSED))) {
      return Optional.empty();
    }
    Optional<BadLink> link = bad ? Optional.of(new BadLink(random)) : Optional.empty();
    return Optional.of(new SteppedGate(evaluation.shop().catalogue(), link, chance));
  }

  private Optional<Trick> trick(Chance chance) {
    RandomGenerator random = chance.of("trick");
    boolean cheats = random.nextDouble() < evaluation.habit().adversarial();
    List<Trick> tricks = evaluation.habit().tricks();
    return cheats ? Optional.of(tricks.get(random.nextInt(tricks.size()))) : Optional.empty();
  }

  /** One trip under way. */
  private static final class Run {
    private final int number;
    private final SimulatedWorld world;
    private final Trolley trolley;
    private final RandomShopper shopper;
    private final List<Booked> booked = new ArrayList<>();
    private final List<Guess> guesses = new ArrayList<>();
    private final Story story = new Story();
    private final List<Sighting> sightings = new ArrayList<>();
    private int questions;
    private int holds;
    private boolean staff;

    Run(int number, SimulatedWorld world, Trolley trolley, RandomShopper shopper) {
      this.number = number;
      this.world = world;
      this.trolley = trolley;
      this.shopper = shopper;
    }

    PlayedTrip play() throws IOException {
      List<Input> inputs = List.of(new Input.Start("trip-" + number));
      long nanos = 0;
      while (nanos < LONGEST_NANOS && !over(nanos)) {
        world.advanceTo(nanos);
        Optional<CartCore.Step> step = trolley.tick(nanos, inputs);
        if (step.isPresent()) { // else who touched a screen that went dark touches it again
          note(nanos, step.get());
          inputs = shopper.act(new Screen(nanos, step.get().state()));
          story.step(nanos, step.get(), inputs);
        }
        nanos += CartLoop.TICK_NANOS;
      }
      return new PlayedTrip(
          number,
          world.basket(),
          receipt(),
          world.crossings(),
          new PlayedTrip.Log(
              new PlayedTrip.Made(booked, guesses),
              new PlayedTrip.Troubles(questions, holds, staff),
              Looks.of(sightings, world.crossings()),
              new PlayedTrip.End(nanos * 1e-9, trolley.books()),
              story.lines(world.crossings())));
    }

    /** Paid, or closed by staff. */
    private boolean over(long nanos) {
      TripState state = trolley.state().trip();
      return state instanceof TripState.Settled || (nanos > 0 && state instanceof TripState.Idle);
    }

    private void note(long nanos, CartCore.Step step) {
      staff |= step.state().trip() instanceof TripState.NeedsStaff;
      if (trolley.behindNanos() == 0) {
        step.episodes().forEach(episode -> sightings.addAll(episode.sightings()));
      }
      boolean aided = false;
      for (Decision decision : step.decisions()) {
        switch (decision) {
          case Decision.Added added -> book(decision, nanos, Direction.IN, pieces(added), !aided);
          case Decision.Removed removed ->
              book(decision, nanos, Direction.OUT, pieces(removed), !aided);
          case Decision.Asked asked -> {
            questions++;
            asked.candidates().stream().findFirst().ifPresent(first -> guess(asked, first));
          }
          case Decision.Held _ -> holds++;
          case Decision.Resolved _ -> aided = true;
        }
      }
    }

    /** On the world's clock, of which the cart's is behind once its power has gone. */
    private long happened(Decision decision) {
      return decision.timestampNanos() + trolley.behindNanos();
    }

    private void guess(Decision.Asked asked, Candidate first) {
      Direction direction = asked.change().direction();
      guesses.add(new Guess(happened(asked), direction, first.product(), first.probability()));
    }

    private static Booked.Pieces pieces(Decision.Added added) {
      return new Booked.Pieces(added.product(), added.pieces());
    }

    private static Booked.Pieces pieces(Decision.Removed removed) {
      return new Booked.Pieces(removed.product(), removed.pieces());
    }

    private void book(
        Decision decision, long nanos, Direction direction, Booked.Pieces what, boolean unaided) {
      long happened = happened(decision);
      booked.add(new Booked(happened, nanos, direction, what, unaided));
      if (unaided) {
        double probability = decision.why().probability();
        guesses.add(new Guess(happened, direction, what.product(), probability));
      }
    }

    private Optional<Map<ProductId, Integer>> receipt() {
      if (!(trolley.state().trip() instanceof TripState.Settled settled)) {
        return Optional.empty();
      }
      Map<ProductId, Integer> pieces = new TreeMap<>();
      for (BillLine line : settled.bill().lines()) {
        pieces.merge(line.product(), line.pieces(), Integer::sum);
      }
      return Optional.of(pieces);
    }
  }
}
