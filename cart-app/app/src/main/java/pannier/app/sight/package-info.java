/** The cart's recogniser, wired: model, gallery and code reader behind vision's seam. */
@NullMarked
package pannier.app.sight;

import org.jspecify.annotations.NullMarked;
