/** Areas and departments in the hands of the system administrator. */
@NullMarked
package firstline.console.admin.house;

import org.jspecify.annotations.NullMarked;
