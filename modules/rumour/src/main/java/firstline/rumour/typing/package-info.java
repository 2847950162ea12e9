/**
 * What is being typed: kept for the officer alone every few seconds, so that a closed window or a
 * dead battery costs nothing. It is nobody's text until it is saved, and touches no review.
 */
@NullMarked
package firstline.rumour.typing;

import org.jspecify.annotations.NullMarked;
