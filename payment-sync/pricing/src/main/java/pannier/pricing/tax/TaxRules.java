package pannier.pricing.tax;

import java.util.List;

/**
 * A shop's taxes.
 *
 * @param included whether shelf prices contain the tax, as they do with VAT
 */
public record TaxRules(TaxTable table, TaxRounding rounding, boolean included) {
  /** A place without taxes. */
  public static final TaxRules NONE =
      new TaxRules(new TaxTable(List.of()), TaxRounding.ITEM, false);
}
