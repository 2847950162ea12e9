package firstline.broadcast.recurrence;

import java.time.Instant;

/**
 * One start.
 *
 * @param start when it is
 * @param original when the rule gives it: another instant only if it was moved; names the
 *     occurrence for good
 * @param provisional true as long as a notice that is not published can still take it away
 */
public record Occurrence(Instant start, Instant original, boolean provisional) {}
