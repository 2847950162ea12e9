/** Duties of the outbox on the screen: counts, lines, what to do with dead ones. */
@NullMarked
package firstline.console.admin.outbox;

import org.jspecify.annotations.NullMarked;
