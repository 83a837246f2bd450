/** Amounts of money in integer minor units. Nothing here rounds but where it says so. */
@NullMarked
package pannier.domain.money;

import org.jspecify.annotations.NullMarked;
