package pannier.simulator.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import pannier.domain.catalogue.ProductId;
import pannier.simulator.machine.SteppedGate;
import pannier.simulator.world.Crossing;

/**
 * One trip from start to receipt, as it was and as the cart took it.
 *
 * @param number of the trip, from 0
 * @param truth pieces in the basket when the trip ended
 * @param receipt pieces that were paid for; empty if the trip was never paid
 * @param crossings what truly crossed the rim
 * @param log what the cart made of it
 */
record PlayedTrip(
    int number,
    Map<ProductId, Integer> truth,
    Optional<Map<ProductId, Integer>> receipt,
    List<Crossing> crossings,
    Log log) {
  PlayedTrip {
    truth = Map.copyOf(truth);
    crossings = List.copyOf(crossings);
  }

  /**
   * What the cart did.
   *
   * @param made what it took things for
   * @param story what was seen and decided, for people
   */
  record Log(Made made, Troubles troubles, Looks looks, End end, List<Told> story) {
    Log {
      story = List.copyOf(story);
    }
  }

  /**
   * What it took things for.
   *
   * @param guesses its unaided bookings, and the first answers of its questions
   */
  record Made(List<Booked> booked, List<Reliability.Guess> guesses) {
    Made {
      booked = List.copyOf(booked);
      guesses = List.copyOf(guesses);
    }
  }

  /**
   * What needed people.
   *
   * @param questions that were put to the shopper
   * @param holds that were shown
   * @param staff whether staff were called
   */
  record Troubles(int questions, int holds, boolean staff) {}

  /**
   * How it ended.
   *
   * @param seconds simulated
   * @param books of the gate that settled it; empty where a stand-in took every payment at once
   */
  record End(double seconds, Optional<SteppedGate.Books> books) {}

  /** A line of a trip's story. */
  record Told(long nanos, String text) {}

  /** Every product and count on the receipt is right. */
  boolean exact() {
    return receipt.isPresent() && receipt.get().equals(truth);
  }

  /** Exact, or a hold kept it from being paid. */
  boolean exactOrHeld() {
    return exact() || (receipt.isEmpty() && log.troubles.holds > 0);
  }
}
