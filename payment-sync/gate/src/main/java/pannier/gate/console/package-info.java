/**
 * The staff console: who may sign in, what they see of carts and payments, what they order, and a
 * log of it that shows tampering. Pages are in its folder of resources.
 */
@NullMarked
package pannier.gate.console;

import org.jspecify.annotations.NullMarked;
