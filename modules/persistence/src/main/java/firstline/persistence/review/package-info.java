/**
 * One review for everything that goes to the public: bound to a hash, by pairwise distinct people.
 */
@NullMarked
package firstline.persistence.review;

import org.jspecify.annotations.NullMarked;
