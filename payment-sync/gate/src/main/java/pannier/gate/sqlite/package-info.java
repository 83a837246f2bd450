/**
 * SQLite files of the gate: opened durable, one writer, schema by version. Statements stay with
 * those who know what they mean.
 */
@NullMarked
package pannier.gate.sqlite;

import org.jspecify.annotations.NullMarked;
