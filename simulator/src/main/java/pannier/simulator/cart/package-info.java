/**
 * The real cart above simulated devices: its own tick loop, vision, model, journal and way to the
 * gate, in a basket that {@link pannier.simulator.world} makes up, driven on stepped time.
 */
@NullMarked
package pannier.simulator.cart;

import org.jspecify.annotations.NullMarked;
