/** What every officer must see on every page while it lasts, contributed by the modules. */
@NullMarked
package firstline.persistence.banner;

import org.jspecify.annotations.NullMarked;
