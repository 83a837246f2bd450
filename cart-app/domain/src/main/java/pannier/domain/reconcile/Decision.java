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
  /** Counts the decisions of a trip from 1. */
  int number();

  /** The episode that it belongs to, counted from 1. */
  int episode();

  /** When it happened: the crossing of the rim, or the weight step where nothing was seen. */
  long timestampNanos();

  /** Why, in words that a shopper understands; not empty. */
  List<String> reasons();

  /** {@code pieces} of a product are in the basket that were not. */
  record Added(
      int number,
      int episode,
      long timestampNanos,
      ProductId product,
      int pieces,
      Mass mass,
      double probability,
      List<String> reasons)
      implements Decision {
    public Added {
      reasons = List.copyOf(reasons);
      requirePieces(pieces);
    }
  }

  /** {@code pieces} of a product left the basket; {@code mass} is negative. */
  record Removed(
      int number,
      int episode,
      long timestampNanos,
      ProductId product,
      int pieces,
      Mass mass,
      double probability,
      List<String> reasons)
      implements Decision {
    public Removed {
      reasons = List.copyOf(reasons);
      requirePieces(pieces);
    }
  }

  /** A close race: the shopper is asked which of {@code candidates} (likeliest first) it was. */
  record Asked(
      int number,
      int episode,
      long timestampNanos,
      Direction direction,
      int pieces,
      Mass mass,
      List<Candidate> candidates,
      List<String> reasons)
      implements Decision {
    public Asked {
      candidates = List.copyOf(candidates);
      reasons = List.copyOf(reasons);
      requirePieces(pieces);
    }
  }

  /** A mass that nothing explains: never billed, never forgotten; blocks payment. */
  record Held(int number, int episode, long timestampNanos, Mass mass, List<String> reasons)
      implements Decision {
    public Held {
      reasons = List.copyOf(reasons);
    }
  }

  /** The question or hold with decision number {@code resolved} is settled. */
  record Resolved(int number, int episode, long timestampNanos, int resolved, List<String> reasons)
      implements Decision {
    public Resolved {
      reasons = List.copyOf(reasons);
    }
  }

  private static void requirePieces(int pieces) {
    if (pieces < 1) {
      throw new IllegalArgumentException("a decision over %d pieces".formatted(pieces));
    }
  }
}
