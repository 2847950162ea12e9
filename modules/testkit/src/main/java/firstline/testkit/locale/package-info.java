/** Tests that run under the default locales in which programs break. */
@NullMarked
package firstline.testkit.locale;

import org.jspecify.annotations.NullMarked;
