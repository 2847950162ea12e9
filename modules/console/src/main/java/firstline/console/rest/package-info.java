/**
 * The boundary to programs: {@code /api/v1}. Turns refusals and incidents into problem documents
 * (RFC 9457), knows callers by their tokens, limits how often and how much, answers a repeated post
 * as it answered the first. Resources of the modules are JAX-RS classes in their jars; they call
 * use cases and queries and know nothing of all this.
 */
@NullMarked
package firstline.console.rest;

import org.jspecify.annotations.NullMarked;
