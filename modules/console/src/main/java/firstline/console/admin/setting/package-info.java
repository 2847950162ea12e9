/**
 * The page of settings: what is chosen, what was changed and by whom, and where the rest is kept.
 */
@NullMarked
package firstline.console.admin.setting;

import org.jspecify.annotations.NullMarked;
