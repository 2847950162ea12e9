/** Kept files over HTTP: by id for officers, by hash for everybody. */
@NullMarked
package firstline.console.file;

import org.jspecify.annotations.NullMarked;
