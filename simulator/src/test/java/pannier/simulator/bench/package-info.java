/**
 * The project's own figures: what a part costs beside a named peer or limit that ran in the same
 * minutes. It lies with the tests, so that JMH and the peers come into no package.
 */
@NullMarked
package pannier.simulator.bench;

import org.jspecify.annotations.NullMarked;
