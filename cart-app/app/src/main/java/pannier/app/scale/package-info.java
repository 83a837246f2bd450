/**
 * The cart's load cells as a weighing instrument: its calibration's file and counters, the chain of
 * what changed them, the command that calibrates, and cells that give grams.
 */
@NullMarked
package pannier.app.scale;

import org.jspecify.annotations.NullMarked;
