/** A table that somebody chose in a form, and the report of its lines. */
@NullMarked
package firstline.console.upload;

import org.jspecify.annotations.NullMarked;
