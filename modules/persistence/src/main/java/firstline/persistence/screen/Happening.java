package firstline.persistence.screen;

import java.time.Instant;

/**
 * A line of the component {@code fl:history}: what happened to a record, in words.
 *
 * @param reason empty if none was given
 */
public record Happening(
    Instant at, String officer, String department, String what, String reason) {}
