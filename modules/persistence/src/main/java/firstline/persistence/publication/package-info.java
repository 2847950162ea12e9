/** Between the modules and the public site: what has changed on it, and what was read there. */
@NullMarked
package firstline.persistence.publication;

import org.jspecify.annotations.NullMarked;
