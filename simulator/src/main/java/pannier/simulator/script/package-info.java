/** Words of scripts, one line at a time. What cannot be read is said with its file and line. */
@NullMarked
package pannier.simulator.script;

import org.jspecify.annotations.NullMarked;
