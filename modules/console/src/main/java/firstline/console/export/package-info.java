/** Lists to take along: written by a job of their officer, fetched by nobody else, soon deleted. */
@NullMarked
package firstline.console.export;

import org.jspecify.annotations.NullMarked;
