/** What the console sees of the department: its lines of the rail, rights, to-dos, sample. */
@NullMarked
package firstline.broadcast.desk;

import org.jspecify.annotations.NullMarked;
