/**
 * Files that people bring: the bytes under their own hash in the data folder, the row in the
 * database. What a file is, its content says; what the client called it, is a label.
 */
@NullMarked
package firstline.persistence.file;

import org.jspecify.annotations.NullMarked;
