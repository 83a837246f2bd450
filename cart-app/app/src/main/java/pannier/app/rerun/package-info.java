/**
 * A second look at a journaled trip: its evidence and decisions, and the decisions that today's
 * code would make from the same evidence.
 */
@NullMarked
package pannier.app.rerun;

import org.jspecify.annotations.NullMarked;
