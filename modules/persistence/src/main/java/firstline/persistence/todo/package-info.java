/**
 * What waits for an officer, contributed by the modules: counts and, row by row, what is counted.
 *
 * <ul>
 *   <li>R102.5 when an officer puts rows off until tomorrow or marks them as seen, it shall hold
 *       for that officer alone, change no count, and be taken back as a whole by one step.
 *   <li>R102.6 when something is late before tomorrow begins, it shall not be put off, and the
 *       words shall name it.
 * </ul>
 */
@NullMarked
package firstline.persistence.todo;

import org.jspecify.annotations.NullMarked;
