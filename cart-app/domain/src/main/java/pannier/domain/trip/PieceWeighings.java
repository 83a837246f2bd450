package pannier.domain.trip;

import java.util.ArrayList;
import java.util.List;
import pannier.domain.audit.Sign;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.reconcile.Decision;

/**
 * Gathers what a trip's pieces weighed, for the shop to learn from: of what went in by itself, was
 * weighed, and is known for sure. What came out again teaches nothing.
 */
public final class PieceWeighings {
  /** More of them at once say little of one. */
  private static final int MOST_PIECES = 6;

  private static final int MOST = 200;

  private final Catalogue catalogue;
  private final List<PieceWeighing> found = new ArrayList<>();
  private String tripId = "";

  public PieceWeighings(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * What a tick gave.
   *
   * @return what a trip's pieces weighed when its bill is settled, once; empty otherwise
   */
  public List<PieceWeighing> see(CartCore.Step step) {
    String trip = step.state().trip().tripId();
    if (!trip.equals(tripId)) {
      tripId = trip;
      found.clear();
    }
    List<Decision.Added> added = new ArrayList<>();
    for (Decision decision : step.decisions()) {
      switch (decision) {
        case Decision.Added it -> added.add(it);
        case Decision.Removed it -> forget(it.product());
        case Decision.Asked _, Decision.Held _, Decision.Resolved _ -> {}
      }
    }
    if (added.size() == 1 && found.size() < MOST) {
      add(added.getFirst());
    }
    if (step.state().trip() instanceof TripState.Settled && !found.isEmpty()) {
      List<PieceWeighing> all = List.copyOf(found);
      found.clear();
      return all;
    }
    return List.of();
  }

  private void forget(ProductId product) {
    found.removeIf(it -> it.product().equals(product));
  }

  private void add(Decision.Added added) {
    Product product = catalogue.get(added.product());
    // A mass to the last bit that of the catalogue was never on the scale.
    boolean weighed =
        !added.mass().equals(product.pieceMass().mean().times(added.pieces()))
            && added.mass().grams() > 0;
    if (product.unit() == SaleUnit.PIECE
        && weighed
        && added.pieces() <= MOST_PIECES
        && added.why().probability() >= Sign.SURE) {
      found.add(new PieceWeighing(added.product(), added.pieces(), added.mass()));
    }
  }
}
