package pannier.pricing.tax;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import pannier.pricing.rule.Validity;

/**
 * Tax rates by class. State, county and city each have rows of their own; what holds on a day adds
 * up, and the sum is what is rounded (SSUTA, section 324 B).
 */
public record TaxTable(List<Row> rows) {
  public TaxTable {
    rows = List.copyOf(rows);
  }

  /**
   * One authority's rate.
   *
   * @param taxClass such as {@code general}
   * @param authority who levies it, such as {@code Texas}
   */
  public record Row(String taxClass, String authority, Rate rate, Validity validity) {}

  public boolean knows(String taxClass) {
    return rows.stream().anyMatch(row -> row.taxClass().equals(taxClass));
  }

  /**
   * The rate of a class on a day; 0 for what has no class.
   *
   * @throws IllegalArgumentException for a class that no row names
   */
  public Rate rate(Optional<String> taxClass, LocalDate day) {
    return taxClass.map(name -> rate(name, day)).orElse(Rate.ZERO);
  }

  private Rate rate(String taxClass, LocalDate day) {
    if (!knows(taxClass)) {
      throw new IllegalArgumentException("no tax class '%s'".formatted(taxClass));
    }
    Rate sum = Rate.ZERO;
    for (Row row : rows) {
      if (row.taxClass().equals(taxClass) && row.validity().holds(day)) {
        sum = sum.plus(row.rate());
      }
    }
    return sum;
  }
}
