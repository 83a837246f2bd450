/**
 * Following what moves over the rim during one visit, and deciding what it put in or took out. A
 * visit lasts from the first motion near the rim until the basket is free of hands and still.
 */
@NullMarked
package pannier.vision.track;

import org.jspecify.annotations.NullMarked;
