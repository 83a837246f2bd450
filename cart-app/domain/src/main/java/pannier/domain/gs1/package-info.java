/**
 * What codes say by the rules of GS1: keys with check digits, application identifiers, links, and
 * the shop's own numbers with a price or a mass in them. No pictures: only digits and letters.
 */
@NullMarked
package pannier.domain.gs1;

import org.jspecify.annotations.NullMarked;
