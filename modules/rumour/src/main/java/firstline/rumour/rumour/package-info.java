/**
 * The rumour itself, between the claims that report it and the rebuttal that answers it: triage,
 * owner and deadline, evidence, verdict by two people, merging, hand-over, closing, resurfacing.
 */
@NullMarked
package firstline.rumour.rumour;

import org.jspecify.annotations.NullMarked;
