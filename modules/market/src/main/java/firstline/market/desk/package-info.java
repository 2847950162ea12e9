/** What the console sees of the department: its lines of the rail and its rights. */
@NullMarked
package firstline.market.desk;

import org.jspecify.annotations.NullMarked;
