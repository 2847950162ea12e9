/** A year of an area on the screen: twelve months, the days of its own, the form for them. */
@NullMarked
package firstline.console.admin.calendar;

import org.jspecify.annotations.NullMarked;
