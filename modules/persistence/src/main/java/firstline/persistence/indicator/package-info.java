/** Figures that modules count: key, area, day, value, source. */
@NullMarked
package firstline.persistence.indicator;

import org.jspecify.annotations.NullMarked;
