/**
 * The journal of trips: every tick record and every decision, in SQLite, durable before effects are
 * seen. A trip is replayed from it to identical decisions.
 */
@NullMarked
package pannier.app.journal;

import org.jspecify.annotations.NullMarked;
