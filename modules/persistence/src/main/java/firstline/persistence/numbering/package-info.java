/** Numbers of a year, without gaps between those of one use case. */
@NullMarked
package firstline.persistence.numbering;

import org.jspecify.annotations.NullMarked;
