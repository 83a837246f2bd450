/** What people are shown of a camera: its pictures, and what vision made of them. */
@NullMarked
package pannier.simulator.desk.eye;

import org.jspecify.annotations.NullMarked;
