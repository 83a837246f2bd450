package pannier.domain.gs1;

import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * How a shop's labels are read.
 *
 * @param currency of all prices on them
 * @param restricted the shop's own numbers, the first rule that fits counts
 */
public record LabelRules(Currency currency, List<RestrictedRule> restricted) {
  public LabelRules {
    restricted = List.copyOf(restricted);
  }

  /** What a number of the shop's own says; empty for all others. */
  public Optional<ItemLabel> number(String digits) {
    return restricted.stream().flatMap(rule -> rule.read(digits, currency).stream()).findFirst();
  }

  /**
   * What application identifiers say.
   *
   * @param year now, by which the century of a date is told
   */
  public Optional<ItemLabel> elements(ElementString elements, int year) {
    return ItemLabel.of(elements, currency, year);
  }
}
