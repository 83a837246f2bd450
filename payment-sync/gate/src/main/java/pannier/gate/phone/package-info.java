/**
 * The shopper's phone page: receipts, by the link that the cart shows as a QR code. No app, no
 * account, no cookie; the phone alone remembers which receipts are its own.
 */
@NullMarked
package pannier.gate.phone;

import org.jspecify.annotations.NullMarked;
