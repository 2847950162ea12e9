/** How often the public reads what: counted by page and day, and nothing of who read it. */
@NullMarked
package firstline.rumour.reach;

import org.jspecify.annotations.NullMarked;
