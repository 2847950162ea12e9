/** The public site's frame: pages without a session, rendered once and served to everybody. */
@NullMarked
package firstline.console.publicsite;

import org.jspecify.annotations.NullMarked;
