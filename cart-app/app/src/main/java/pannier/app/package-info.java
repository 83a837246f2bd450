/**
 * The cart's program: it ties devices, vision, the domain's heart, journal and settlement together.
 * Each way of running has a small main of its own; nothing here decides what is in the basket.
 */
@NullMarked
package pannier.app;

import org.jspecify.annotations.NullMarked;
