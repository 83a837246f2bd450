/**
 * What staff ask of prices and catalogues from a shell. Bad input is one line and exit status 2.
 */
@NullMarked
package pannier.pricing.command;

import org.jspecify.annotations.NullMarked;
