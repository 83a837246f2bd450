/**
 * Transactions on a database, whichever it is, and statements with values. What statements mean
 * stays with those who write them.
 */
@NullMarked
package pannier.gate.sql;

import org.jspecify.annotations.NullMarked;
