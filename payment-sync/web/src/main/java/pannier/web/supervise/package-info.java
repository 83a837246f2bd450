/**
 * Tells the service manager that a program is ready and that it still lives. It stands here since
 * cart and gate share no other module that may know the operating system.
 */
@NullMarked
package pannier.web.supervise;

import org.jspecify.annotations.NullMarked;
