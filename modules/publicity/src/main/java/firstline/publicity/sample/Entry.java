package firstline.publicity.sample;

import firstline.publicity.material.Content;
import firstline.publicity.material.Kind;
import firstline.publicity.material.Variant;
import java.time.Instant;
import java.util.UUID;

/**
 * One entry of the catalogue.
 *
 * @param area 12-digit code of that to which it belongs
 */
record Entry(
    String area, Kind kind, UUID topic, Variant variant, Content content, Instant draftedAt) {}
