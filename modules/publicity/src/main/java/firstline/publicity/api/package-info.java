/**
 * What other modules may know of this one: the topics of its events. Payloads are JSON objects with
 * {@code id} of the material, {@code version} (id), {@code number}, {@code ordinal}, {@code kind},
 * {@code language}, {@code area}, {@code hash} of what was reviewed, {@code title}, {@code text}
 * (empty for pictures, films and sounds) and {@code at} (an instant); a recall also {@code reason}.
 */
@NullMarked
package firstline.publicity.api;

import org.jspecify.annotations.NullMarked;
