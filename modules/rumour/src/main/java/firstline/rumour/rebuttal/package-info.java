/** The answer: its versions, who wrote and reviewed them, publication, correction, withdrawal. */
@NullMarked
package firstline.rumour.rebuttal;

import org.jspecify.annotations.NullMarked;
