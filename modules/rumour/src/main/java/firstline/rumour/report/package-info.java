/** The public's form: no name, no contact, a little work of the browser, a receipt. */
@NullMarked
package firstline.rumour.report;

import org.jspecify.annotations.NullMarked;
