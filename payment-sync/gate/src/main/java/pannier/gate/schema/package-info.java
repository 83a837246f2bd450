/**
 * Brings a database's tables up to date with Flyway, from numbered scripts that are never changed
 * once released. The only place that knows Flyway.
 */
@NullMarked
package pannier.gate.schema;

import org.jspecify.annotations.NullMarked;
