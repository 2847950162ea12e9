/** Tables that people bring: CSV and XLSX with headers in either language, and a report a line. */
@NullMarked
package firstline.persistence.tabular;

import org.jspecify.annotations.NullMarked;
