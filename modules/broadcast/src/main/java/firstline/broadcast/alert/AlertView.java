package firstline.broadcast.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that was taken in, as it stands.
 *
 * @param level 1 red to 4 blue, 0 if the message says nothing
 * @param kind EMERGENCY, DRILL or NONE
 * @param state DRAFT, ORDERED, SUPERSEDED, CANCELLED, EXPIRED or IGNORED
 * @param reason why it is ignored, or empty
 * @param areas 12-digit codes
 * @param unresolved areas that a person must settle, in the sender's words
 * @param text what will be spoken
 * @param signature UNSIGNED, VALID or UNKNOWN_KEY
 * @param endedBy the message that superseded or cancelled it
 * @param rule number of the standing rule that ordered it, 0 if none did
 * @param held why no standing rule of its sender ordered it, or empty
 */
public record AlertView(
    UUID id,
    String identifier,
    String sender,
    Instant sent,
    String msgType,
    String kind,
    int level,
    String state,
    String reason,
    List<String> areas,
    List<String> unresolved,
    String language,
    String headline,
    String text,
    @Nullable Instant expires,
    String signature,
    @Nullable UUID endedBy,
    long rule,
    String held) {
  public AlertView {
    areas = List.copyOf(areas);
    unresolved = List.copyOf(unresolved);
  }
}
