/**
 * The exit gate: its configuration, its wiring and its main. What it does stands in the packages
 * below.
 */
@NullMarked
package pannier.gate;

import org.jspecify.annotations.NullMarked;
