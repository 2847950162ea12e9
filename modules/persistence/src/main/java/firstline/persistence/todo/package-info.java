/** What waits for an officer, contributed by the modules. */
@NullMarked
package firstline.persistence.todo;

import org.jspecify.annotations.NullMarked;
