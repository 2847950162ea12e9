/** Officers: a name, a desk, roles within a subtree of areas. */
@NullMarked
package firstline.persistence.officer;

import org.jspecify.annotations.NullMarked;
