/** Tables that bring records: template, trial, report and taking over, alike for every list. */
@NullMarked
package firstline.console.imports;

import org.jspecify.annotations.NullMarked;
