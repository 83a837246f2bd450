/** From evidence to decisions: explanations of an episode, scored by posterior probability. */
@NullMarked
package pannier.domain.reconcile;

import org.jspecify.annotations.NullMarked;
