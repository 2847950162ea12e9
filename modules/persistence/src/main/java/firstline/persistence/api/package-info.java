/**
 * What a module's resource declares to the REST boundary of the console: how large a body it takes,
 * and whether a post needs an idempotency key; and how the console's own scripts are answered,
 * those of a phone that tells later among them.
 */
@NullMarked
package firstline.persistence.api;

import org.jspecify.annotations.NullMarked;
