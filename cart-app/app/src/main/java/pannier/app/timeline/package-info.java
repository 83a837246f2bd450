/** What happens on a trip, told line by line: as JSON for programs, as text for people. */
@NullMarked
package pannier.app.timeline;

import org.jspecify.annotations.NullMarked;
