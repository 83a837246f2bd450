/** Receipts as people read them. The words stand in one properties file a language. */
@NullMarked
package pannier.wire.receipt;

import org.jspecify.annotations.NullMarked;
