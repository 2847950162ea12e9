package firstline.broadcast.standing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert that has just come in.
 *
 * @param signer SHA-256 of the trusted certificate that signed it, in hexadecimal; empty if none
 *     did
 * @param draft true if it is the draft of an emergency: actual, public, not over, not cancelled
 * @param events what happens, word for word, of each of its parts
 * @param level 1 red to 4 blue
 * @param places paths of the areas that it names
 * @param unknown true if it also names places that are none of the tree
 * @param text what would be spoken
 */
public record Arrived(
    String sender,
    Instant sent,
    String signer,
    boolean draft,
    List<String> events,
    int level,
    List<String> places,
    boolean unknown,
    String text,
    @Nullable Instant expires) {
  public Arrived {
    events = List.copyOf(events);
    places = List.copyOf(places);
  }
}
