package firstline.broadcast.fleet;

import java.util.UUID;

/**
 * All speakers of one area and the same groups: one programme.
 *
 * @param groups ids of the groups, sorted, with a space between; may be empty
 */
public record Audience(UUID id, String areaCode, String groups) {}
