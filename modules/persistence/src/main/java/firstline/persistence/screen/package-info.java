/** The boundary between page beans and use cases: messages, conflicts, redirects. */
@NullMarked
package firstline.persistence.screen;

import org.jspecify.annotations.NullMarked;
