/**
 * Selling by mass: when a level of the scale may be weighed by, what was weighed, and why something
 * was not. In the spirit of OIML R 76-1 and WELMEC 7.2; nothing here is approved.
 */
@NullMarked
package pannier.domain.weighing;

import org.jspecify.annotations.NullMarked;
