/**
 * Bar codes and QR codes on moving items: found and straightened, read with ZXing, their check
 * digits verified, and believed only when several pictures of the item agree.
 */
@NullMarked
package pannier.vision.codes;

import org.jspecify.annotations.NullMarked;
