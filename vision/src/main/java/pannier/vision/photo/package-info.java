/**
 * Photos in files and folders, for enrolment and for measuring: found in a fixed order, and read
 * only when they are whole.
 */
@NullMarked
package pannier.vision.photo;

import org.jspecify.annotations.NullMarked;
