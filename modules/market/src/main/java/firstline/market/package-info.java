/**
 * The market order department: complaints, leads, inspections and cases with statutory clocks,
 * price early warning, campaigns.
 */
@NullMarked
package firstline.market;

import org.jspecify.annotations.NullMarked;
