/** What the console sees of the department: its lines of the rail, rights and to-dos. */
@NullMarked
package firstline.publicity.desk;

import org.jspecify.annotations.NullMarked;
