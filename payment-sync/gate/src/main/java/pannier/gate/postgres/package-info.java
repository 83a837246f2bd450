/**
 * A PostgreSQL server, or one that speaks its language, as a store's or a chain's database. The
 * only place that knows its driver.
 */
@NullMarked
package pannier.gate.postgres;

import org.jspecify.annotations.NullMarked;
