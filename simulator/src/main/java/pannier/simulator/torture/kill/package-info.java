/**
 * The torture of real programs: gate and carts are processes, talk over DTLS through a bad network,
 * and are killed (SIGKILL) at every boundary between two writes or messages. {@link
 * pannier.simulator.torture.kill.KillRun} begins them, ends them, and compares the books.
 */
@NullMarked
package pannier.simulator.torture.kill;

import org.jspecify.annotations.NullMarked;
