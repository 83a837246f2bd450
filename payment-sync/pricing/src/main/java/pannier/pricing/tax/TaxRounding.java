package pannier.pricing.tax;

/**
 * How often a bill's tax is rounded, half up to the minor unit. The agreement on US sales tax
 * (SSUTA, section 324) asks for the third decimal place and lets the seller choose between the
 * first and the last; a figure whose third decimal is above four goes up, which is half up.
 */
public enum TaxRounding {
  /** Once a line. */
  ITEM,
  /** Once a rate: receipts with VAT name the tax of each rate. */
  RATE,
  /** Once a bill. */
  INVOICE
}
