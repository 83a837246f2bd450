/**
 * Reference embeddings by product, and the arithmetic that turns an embedding into calibrated
 * probabilities over products and <em>unknown</em>. The arithmetic is the one that {@code
 * vision/training/GALLERY.md} explains and its {@code gallery.py} computes.
 */
@NullMarked
package pannier.vision.gallery;

import org.jspecify.annotations.NullMarked;
