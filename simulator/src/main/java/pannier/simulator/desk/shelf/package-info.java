/** Pictures of products as they stand on a shelf, for people to pick from. */
@NullMarked
package pannier.simulator.desk.shelf;

import org.jspecify.annotations.NullMarked;
