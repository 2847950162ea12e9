/** The audit record on the screen: filters, pages by sequence, verification. */
@NullMarked
package firstline.console.admin.audit;

import org.jspecify.annotations.NullMarked;
