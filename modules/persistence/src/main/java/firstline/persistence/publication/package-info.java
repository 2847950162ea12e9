/** Tells the public site that something on it has changed. */
@NullMarked
package firstline.persistence.publication;

import org.jspecify.annotations.NullMarked;
