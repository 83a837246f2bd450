package pannier.domain.reconcile;

import java.util.List;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Direction;
import pannier.domain.mass.Mass;

/**
 * What the reconciler concluded from one episode. Decisions are the only thing that changes the
 * basket, and each of them is journaled before its effects are seen.
 */
public sealed interface Decision {
  /** Its number, episode and time. */
  Head head();

  /** Its probability, runner-up and reasons. */
  Why why();

  /** Counts the decisions of a trip from 1. */
  default int number() {
    return head().number();
  }

  /** The episode that it belongs to, counted from 1; 0 for what no episode led to. */
  default int episode() {
    return head().episode();
  }

  /** When it happened: the crossing of the rim, or the weight step where nothing was seen. */
  default long timestampNanos() {
    return head().timestampNanos();
  }

  /**
   * Where a decision stands in its trip.
   *
   * @param number from 1
   * @param episode from 1; 0 for an answer or a declaration
   * @param timestampNanos when the thing happened, not when it was decided
   */
  record Head(int number, int episode, long timestampNanos) {}

  /**
   * Why it was concluded.
   *
   * @param probability of the explanation that it rests on, 0 to 1
   * @param runnerUp the next likeliest explanation in plain words; empty if there was none
   * @param reasons in words that a shopper understands; not empty
   */
  record Why(double probability, String runnerUp, List<String> reasons) {
    public Why {
      reasons = List.copyOf(reasons);
      if (!(probability >= 0 && probability <= 1) || reasons.isEmpty()) {
        throw new IllegalArgumentException("why: %s, %s".formatted(probability, reasons));
      }
    }

    /** Something that is not in doubt. */
    public static Why certain(String reason) {
      return new Why(1, "", List.of(reason));
    }
  }

  /**
   * {@code pieces} of a product are in the basket that were not.
   *
   * @param mass what the scale measured (for several products in one move: the product's share);
   *     the catalogue's mass where nothing was measured
   */
  record Added(Head head, ProductId product, int pieces, Mass mass, Why why) implements Decision {
    public Added {
      requirePieces(pieces);
    }
  }

  /** {@code pieces} of a product left the basket; {@code mass} is negative. */
  record Removed(Head head, ProductId product, int pieces, Mass mass, Why why) implements Decision {
    public Removed {
      requirePieces(pieces);
    }
  }

  /**
   * A close race, or pictures without a weight: the shopper is asked which of {@code candidates} it
   * was. Blocks payment until it is resolved.
   *
   * @param candidates likeliest first; may be empty when only a code can tell
   */
  record Asked(Head head, Change change, List<Candidate> candidates, Why why) implements Decision {
    public Asked {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * What a question is about.
   *
   * @param mass signed; zero where no scale measured it
   */
  record Change(Direction direction, int pieces, Mass mass) {
    public Change {
      requirePieces(pieces);
    }
  }

  /** A mass that nothing explains: never billed, never forgotten; blocks payment. */
  record Held(Head head, Mass mass, Why why) implements Decision {}

  /** The question or hold with decision number {@code resolved} is settled. */
  record Resolved(Head head, int resolved, Why why) implements Decision {}

  private static void requirePieces(int pieces) {
    if (pieces < 1) {
      throw new IllegalArgumentException("a decision over %d pieces".formatted(pieces));
    }
  }
}
