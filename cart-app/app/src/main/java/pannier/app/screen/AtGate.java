package pannier.app.screen;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import pannier.wire.Receipt;
import pannier.wire.TenderOffer;

/**
 * What the gate takes and gives.
 *
 * @param receipt of the last bill that the gate settled
 * @param phonePage the address of the gate's phone page, which a QR code beside the receipt shows;
 *     empty: no code is shown
 * @param tenders that the shopper may choose from; the first one pays where they choose nothing. A
 *     token with {@value #NUMBER} in it is completed with a number that the shopper types
 */
public record AtGate(
    Supplier<Optional<Receipt>> receipt, String phonePage, List<TenderOffer> tenders) {
  /** Stands in a token for what the shopper types, such as a gift card's number. */
  public static final String NUMBER = "{number}";

  public AtGate {
    tenders = List.copyOf(tenders);
  }

  /** Without a phone page, and nothing to choose from. */
  public AtGate(Supplier<Optional<Receipt>> receipt) {
    this(receipt, "", List.of());
  }

  /** What opens a receipt on a phone. The number follows a hash, which no server's log sees. */
  String link(String receiptId) {
    return phonePage + "#" + receiptId;
  }

  boolean takes(String kind) {
    return tenders.stream().anyMatch(it -> it.kind().equals(kind));
  }
}
