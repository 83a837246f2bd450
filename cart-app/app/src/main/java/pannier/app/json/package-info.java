/**
 * Reading JSON that people wrote: every mistake is named by file, place, what was found and what
 * would be right.
 */
@NullMarked
package pannier.app.json;

import org.jspecify.annotations.NullMarked;
