/** The gate's face to the network: CoAP on DTLS. The only place that knows Californium. */
@NullMarked
package pannier.gate.coap;

import org.jspecify.annotations.NullMarked;
