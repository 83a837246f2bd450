/** From load samples to weight steps: baseline, settling, and the mass that came or went. */
@NullMarked
package pannier.domain.scale;

import org.jspecify.annotations.NullMarked;
