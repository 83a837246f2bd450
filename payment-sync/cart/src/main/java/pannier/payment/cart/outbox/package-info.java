/** What the cart owes the gate, on disk in SQLite before the first datagram leaves. */
@NullMarked
package pannier.payment.cart.outbox;

import org.jspecify.annotations.NullMarked;
