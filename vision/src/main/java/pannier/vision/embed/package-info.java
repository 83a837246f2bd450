/**
 * Pictures to embeddings: TensorFlow Lite through its C interface, and the preprocessing that the
 * model's description asks for. Model, description and arithmetic are checked against each other
 * when they are loaded.
 */
@NullMarked
package pannier.vision.embed;

import org.jspecify.annotations.NullMarked;
