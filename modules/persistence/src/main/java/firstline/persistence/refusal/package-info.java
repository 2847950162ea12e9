/** The ways in which a rule says no, as codes that the bundles put into words. */
@NullMarked
package firstline.persistence.refusal;

import org.jspecify.annotations.NullMarked;
