package pannier.wire;

/**
 * What one means of payment paid.
 *
 * @param reference the provider's own number of the payment
 */
public record ReceiptTender(String kind, long amountMinor, String reference) {
  public ReceiptTender {
    Limits.text("kind", kind, Limits.LONGEST_ID);
    Limits.amount("amount", amountMinor);
    Limits.text("reference", reference, Limits.LONGEST_TEXT);
  }
}
