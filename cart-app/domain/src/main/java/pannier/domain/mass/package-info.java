/** Masses and their uncertainty. The unit is the gram throughout. */
@NullMarked
package pannier.domain.mass;

import org.jspecify.annotations.NullMarked;
