/**
 * What other modules may know of this one: the topics of its events. Payloads are JSON objects with
 * {@code id}, {@code number}, {@code area}, {@code at} (an instant), and for a rebuttal {@code
 * ordinal}, {@code kind} and {@code hash} of the version.
 */
@NullMarked
package firstline.rumour.api;

import org.jspecify.annotations.NullMarked;
