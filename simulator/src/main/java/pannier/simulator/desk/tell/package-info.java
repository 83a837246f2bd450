/** What a trip is told as to pages: its story, its curves, and how things stand now. */
@NullMarked
package pannier.simulator.desk.tell;

import org.jspecify.annotations.NullMarked;
