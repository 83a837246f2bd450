/**
 * Refunds: by line and piece, back to the tenders that paid. What food benefits paid goes back to
 * them and never out as cash (USDA, "Sales Tax, Fees, and Refunds").
 */
@NullMarked
package pannier.pricing.refund;

import org.jspecify.annotations.NullMarked;
