/**
 * The tick loop: devices are drained into one tick record, the pure core is asked, the journal is
 * written, and only then effects go out. Nothing here knows whether time is stepped or real.
 */
@NullMarked
package pannier.app.loop;

import org.jspecify.annotations.NullMarked;
