/**
 * A named party objects to an answer: somebody else looks at it, hears somebody outside, and
 * answers within set days. Who the party is and how it is reached is kept only to answer it.
 */
@NullMarked
package firstline.rumour.appeal;

import org.jspecify.annotations.NullMarked;
