/** What the sample city's market regulators have been working on. */
@NullMarked
package firstline.market.sample;

import org.jspecify.annotations.NullMarked;
