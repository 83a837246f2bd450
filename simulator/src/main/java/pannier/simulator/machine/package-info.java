/**
 * The cart's and the gate's computers as machines that lose power, fill their disks and lose their
 * network, above the real programs and their real files. All on stepped time and one thread.
 */
@NullMarked
package pannier.simulator.machine;

import org.jspecify.annotations.NullMarked;
