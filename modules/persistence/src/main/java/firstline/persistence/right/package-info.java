/** Who may do what, where: rights, scope and the officer on duty. */
@NullMarked
package firstline.persistence.right;

import org.jspecify.annotations.NullMarked;
