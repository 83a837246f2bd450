/**
 * Which bills staff look into before they are paid. What is drawn depends on what happened on the
 * trip and on what such checks found before, never on who shops.
 */
@NullMarked
package pannier.gate.audit;

import org.jspecify.annotations.NullMarked;
