/**
 * Photos of the shop's products as staff would take them to enrol a product: not the cart's view.
 */
@NullMarked
package pannier.simulator.enrolment;

import org.jspecify.annotations.NullMarked;
