/** Officers in the hands of the security administrator: invitation, locks, roles. */
@NullMarked
package firstline.console.admin.people;

import org.jspecify.annotations.NullMarked;
