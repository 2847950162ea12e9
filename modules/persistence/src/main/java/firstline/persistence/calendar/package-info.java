/** Working days: China's holidays and make-up workdays as published, and each area's own days. */
@NullMarked
package firstline.persistence.calendar;

import org.jspecify.annotations.NullMarked;
