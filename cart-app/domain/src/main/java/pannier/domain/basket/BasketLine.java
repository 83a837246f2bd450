package pannier.domain.basket;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.mass.Mass;
import pannier.domain.money.Money;

/**
 * One product in the basket.
 *
 * @param pieces 1 or more; how many times it went in for what is sold by the kilogram
 * @param mass what the scale made of them together; what is sold by the kilogram is billed by it
 * @param labels of those pieces that carry one, at most as many as there are pieces
 */
public record BasketLine(ProductId product, int pieces, Mass mass, List<Label> labels) {
  public BasketLine {
    labels = List.copyOf(labels);
    if (pieces < 1 || labels.size() > pieces) {
      throw new IllegalArgumentException(
          "%d pieces of %s, %d labels".formatted(pieces, product, labels.size()));
    }
  }

  /** Pieces without labels of their own. */
  public BasketLine(ProductId product, int pieces, Mass mass) {
    this(product, pieces, mass, List.of());
  }

  BasketLine plus(int more, Mass heavier, @Nullable Label label) {
    List<Label> next = new ArrayList<>(labels);
    if (label != null) {
      next.add(label);
    }
    return new BasketLine(product, pieces + more, mass.plus(heavier), next);
  }

  /** With fewer pieces, but not none; the labels that go are those of what weighs as much. */
  BasketLine minus(int fewer, Mass lighter) {
    double each = lighter.grams() / fewer;
    List<Label> next = new ArrayList<>(labels);
    next.sort(Comparator.comparingDouble(label -> Math.abs(label.weighedGrams() - each)));
    int plain = pieces - labels.size();
    double plainEach = plain == 0 ? Double.NaN : plainGrams() / plain;
    for (int gone = 0; gone < fewer && !next.isEmpty(); gone++) {
      boolean labelled =
          plain == 0
              || Math.abs(next.getFirst().weighedGrams() - each) < Math.abs(plainEach - each);
      if (labelled) {
        next.removeFirst();
      } else {
        plain--;
      }
    }
    double rest = Math.max(0, mass.grams() - lighter.grams());
    return new BasketLine(product, pieces - fewer, Mass.ofGrams(rest), next);
  }

  BasketLine reweighed(Mass more) {
    return new BasketLine(product, pieces, mass.plus(more), labels);
  }

  private double plainGrams() {
    return mass.grams() - labels.stream().mapToDouble(Label::weighedGrams).sum();
  }

  /**
   * The lines of a bill: one for each piece with a price on its label, one for all others. Tare is
   * taken off what is sold by the kilogram; a mass on a label has none.
   */
  public List<BillLine> billed(Product sold) {
    List<BillLine> billed = new ArrayList<>();
    double grams = mass.grams();
    double tare = sold.handling().tareGrams();
    int plain = pieces;
    for (Label label : labels) {
      Money price = label.price();
      Double net = label.massGrams();
      double own = net == null ? Math.max(0, label.weighedGrams() - tare) : net;
      grams -= label.weighedGrams();
      if (price != null) {
        plain--;
        billed.add(new BillLine(product, 1, Mass.ofGrams(own), sold.unit(), price).withLabel());
      } else {
        grams += own + tare;
      }
    }
    if (plain > 0) {
      boolean loose = sold.unit() == SaleUnit.KILOGRAM;
      double net = Math.max(0, loose ? grams - plain * tare : grams);
      billed.addFirst(new BillLine(product, plain, Mass.ofGrams(net), sold.unit(), sold.price()));
    }
    return billed;
  }
}
