/**
 * Points, rotations and triangle meshes of the things in and around the basket. Metres throughout;
 * x grows to the right in the camera's picture, y away from the camera (towards the shopper), z up,
 * the origin lies in the middle of the opening, at the height of the rim.
 */
@NullMarked
package pannier.simulator.geometry;

import org.jspecify.annotations.NullMarked;
