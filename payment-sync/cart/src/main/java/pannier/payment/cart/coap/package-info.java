/** The way to the gate over CoAP on DTLS. The only place on the cart that knows Californium. */
@NullMarked
package pannier.payment.cart.coap;

import org.jspecify.annotations.NullMarked;
