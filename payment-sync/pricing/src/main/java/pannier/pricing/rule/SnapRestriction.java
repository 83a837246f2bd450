package pannier.pricing.rule;

import java.util.Set;

/**
 * A state's waiver by which food benefits may not pay a class of products.
 *
 * @param snapClass as in {@link SaleTerms}
 * @param states where it holds; empty: in all
 * @param stores the stores it is for; empty: all of the state
 */
public record SnapRestriction(
    String snapClass, Set<String> states, Set<String> stores, Validity validity) {
  public SnapRestriction {
    states = Set.copyOf(states);
    stores = Set.copyOf(stores);
  }

  public boolean forbids(SaleTerms terms, Occasion occasion) {
    return terms.snapClass().equals(snapClass)
        && (states.isEmpty() || states.contains(occasion.state()))
        && (stores.isEmpty() || stores.contains(occasion.store()))
        && validity.holds(occasion.date());
  }
}
