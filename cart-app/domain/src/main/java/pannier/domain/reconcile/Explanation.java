package pannier.domain.reconcile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;

/**
 * One story that would give a move's evidence.
 *
 * @param parts one for each crossing, in their order; or what happened unseen
 * @param score prior times likelihood, on a scale shared by all stories of the same evidence
 */
record Explanation(List<Part> parts, double score) {
  Explanation {
    parts = List.copyOf(parts);
  }

  /** What one crossing, or one unseen change, was. */
  sealed interface Part {}

  /** Pieces of a product: in if above zero, out if below. */
  record Goods(Product product, int signedPieces) implements Part {}

  /** Something that the shop does not know, or that nobody can tell. */
  record Strange() implements Part {}

  /** No move at all. */
  record Nothing() implements Part {}

  /** What questions and holds with these numbers are about went where it came from. */
  record Return(List<Integer> open) implements Part {
    public Return {
      open = List.copyOf(open);
    }
  }

  static final Strange STRANGE = new Strange();
  static final Nothing NOTHING = new Nothing();

  boolean strange() {
    for (Part part : parts) {
      if (part instanceof Strange) {
        return true;
      }
    }
    return false;
  }

  /** Signed pieces by product, without what went in and out again; stable order. */
  Map<ProductId, Integer> change() {
    Map<ProductId, Integer> change = new TreeMap<>();
    for (Part part : parts) {
      if (part instanceof Goods goods) {
        change.merge(goods.product().id(), goods.signedPieces(), Integer::sum);
      }
    }
    change.values().removeIf(pieces -> pieces == 0);
    return change;
  }

  /** The open matters that it settles. */
  List<Integer> returns() {
    List<Integer> returns = List.of();
    for (Part part : parts) {
      if (part instanceof Return back) {
        returns = Stream.concat(returns.stream(), back.open().stream()).toList();
      }
    }
    return returns;
  }

  /** What it would do to the bill; equal outcomes are the same answer. */
  Outcome outcome() {
    return new Outcome(change(), strange(), returns());
  }

  /** What an explanation would do. */
  record Outcome(Map<ProductId, Integer> change, boolean strange, List<Integer> returns) {
    boolean nothing() {
      return change.isEmpty() && !strange && returns.isEmpty();
    }

    /** One product in one direction, which can be put to the shopper as an answer. */
    boolean single() {
      return change.size() == 1 && !strange && returns.isEmpty();
    }
  }
}
