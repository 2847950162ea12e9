package firstline.market.clock;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The end of a term.
 *
 * @param day the last day on which it is kept; while the term stands still, the earliest it can be
 * @param at the last instant, for terms of hours whose event has an instant; null otherwise
 * @param provisional true if a notice that is not published can still move it
 * @param standing true while the term stands still
 */
public record Due(LocalDate day, @Nullable Instant at, boolean provisional, boolean standing) {}
