/**
 * The store's long documents, as carts fetch them: the price list and the gallery's photos. They
 * are read here and nothing is made of them: embeddings are computed on carts.
 */
@NullMarked
package pannier.gate.document;

import org.jspecify.annotations.NullMarked;
