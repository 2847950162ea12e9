/**
 * What people report: the claim as it was seen in public, until it is joined to a rebuttal or
 * declined.
 */
@NullMarked
package firstline.rumour.claim;

import org.jspecify.annotations.NullMarked;
