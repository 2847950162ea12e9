/**
 * What a module's resource declares to the REST boundary of the console: how large a body it takes,
 * and whether a post needs an idempotency key.
 */
@NullMarked
package firstline.persistence.api;

import org.jspecify.annotations.NullMarked;
