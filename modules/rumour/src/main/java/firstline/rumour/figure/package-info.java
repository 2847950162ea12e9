/** The department's figures, counted from facts: how fast, how much, what came back. */
@NullMarked
package firstline.rumour.figure;

import org.jspecify.annotations.NullMarked;
