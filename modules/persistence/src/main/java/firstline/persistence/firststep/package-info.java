/**
 * The first steps of an installation, which each department names for itself. Not in it: how they
 * are shown.
 */
@NullMarked
package firstline.persistence.firststep;

import org.jspecify.annotations.NullMarked;
