package pannier.app.screen;

import java.util.Optional;
import java.util.function.Supplier;
import pannier.wire.Receipt;

/**
 * Where receipts are.
 *
 * @param last of the last bill that the gate settled
 * @param phonePage the address of the gate's phone page, which a QR code beside the receipt shows;
 *     empty: no code is shown
 */
public record Receipts(Supplier<Optional<Receipt>> last, String phonePage) {
  /** Without a phone page. */
  public Receipts(Supplier<Optional<Receipt>> last) {
    this(last, "");
  }

  /** What opens a receipt on a phone. The number follows a hash, which no server's log sees. */
  String link(String receiptId) {
    return phonePage + "#" + receiptId;
  }
}
