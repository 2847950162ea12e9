/** Official papers as their lines, written as PDF and as DOCX. */
@NullMarked
package firstline.persistence.sheet;

import org.jspecify.annotations.NullMarked;
