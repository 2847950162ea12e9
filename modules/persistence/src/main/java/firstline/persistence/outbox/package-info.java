/**
 * Duties between modules: written with the change that causes them, done at least once, seen once.
 */
@NullMarked
package firstline.persistence.outbox;

import org.jspecify.annotations.NullMarked;
