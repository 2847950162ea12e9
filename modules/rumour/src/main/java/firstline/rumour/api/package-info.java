/**
 * What other modules may know of this one: the topics of its events. Payloads are JSON objects with
 * {@code id}, {@code number}, {@code area}, {@code at} (an instant), and for a rebuttal {@code
 * ordinal}, {@code kind} and {@code hash} of the version. A hand-over also names its {@code
 * release} and {@code language}, with {@code script} and its reading time in {@code seconds}, or
 * the poster's {@code line}.
 */
@NullMarked
package firstline.rumour.api;

import org.jspecify.annotations.NullMarked;
