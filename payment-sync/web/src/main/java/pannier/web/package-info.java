/**
 * The small HTTP server below the screens of cart, gate and simulator: routes, pages from the class
 * path, events, sessions. It knows nothing of what they show, and trusts nothing a browser sends.
 */
@NullMarked
package pannier.web;

import org.jspecify.annotations.NullMarked;
