/**
 * Tenders: who pays how much of what. The result says for each tender and each line how much of the
 * goods, the tax and the deposit it paid, so that a refund can go back the way the money came.
 */
@NullMarked
package pannier.pricing.tender;

import org.jspecify.annotations.NullMarked;
