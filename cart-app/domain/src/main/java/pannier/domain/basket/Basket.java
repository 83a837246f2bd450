package pannier.domain.basket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pannier.domain.catalogue.ProductId;
import pannier.domain.mass.Mass;

/**
 * What the shopper will pay for, in the order in which it first came. An immutable value; it never
 * holds less than nothing of a product.
 */
public record Basket(List<BasketLine> lines) {
  public static final Basket EMPTY = new Basket(List.of());

  public Basket {
    lines = List.copyOf(lines);
    if (lines.stream().map(BasketLine::product).distinct().count() != lines.size()) {
      throw new IllegalArgumentException("a product has two lines: %s".formatted(lines));
    }
  }

  public Optional<BasketLine> find(ProductId product) {
    for (BasketLine line : lines) {
      if (line.product().equals(product)) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  /** How many pieces of it lie in the basket; 0 if none. */
  public int pieces(ProductId product) {
    return find(product).map(BasketLine::pieces).orElse(0);
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** The mass of all lines together. */
  public Mass mass() {
    return lines.stream().map(BasketLine::mass).reduce(Mass.ZERO, Mass::plus);
  }

  /** With {@code pieces} more, which weigh {@code mass} together. */
  public Basket plus(ProductId product, int pieces, Mass mass) {
    return plus(product, pieces, mass, null);
  }

  /** With {@code pieces} more, of which one may carry a label. */
  public Basket plus(ProductId product, int pieces, Mass mass, @Nullable Label label) {
    List<BasketLine> next = new ArrayList<>(lines);
    for (int i = 0; i < next.size(); i++) {
      BasketLine line = next.get(i);
      if (line.product().equals(product)) {
        next.set(i, line.plus(pieces, mass, label));
        return new Basket(next);
      }
    }
    List<Label> labels = label == null ? List.of() : List.of(label);
    next.add(new BasketLine(product, pieces, mass, labels));
    return new Basket(next);
  }

  /**
   * With {@code pieces} fewer, which weigh {@code mass} (positive) together.
   *
   * @throws IllegalArgumentException if there are not that many
   */
  public Basket minus(ProductId product, int pieces, Mass mass) {
    BasketLine line =
        find(product)
            .filter(l -> l.pieces() >= pieces)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%d of %s to take from %s".formatted(pieces, product, lines)));
    List<BasketLine> next = new ArrayList<>(lines);
    int at = next.indexOf(line);
    if (line.pieces() == pieces) {
      next.remove(at);
    } else {
      next.set(at, line.minus(pieces, mass));
    }
    return new Basket(next);
  }

  /**
   * The same things, of which {@code product} weighs so much more; what is not there stays away.
   */
  public Basket reweighed(ProductId product, Mass more) {
    List<BasketLine> next = new ArrayList<>();
    for (BasketLine line : lines) {
      next.add(line.product().equals(product) ? line.reweighed(more) : line);
    }
    return new Basket(next);
  }
}
