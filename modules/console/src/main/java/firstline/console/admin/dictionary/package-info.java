/** Values that an administrator keeps, in both languages. A catalogue, so no aggregate. */
@NullMarked
package firstline.console.admin.dictionary;

import org.jspecify.annotations.NullMarked;
