package firstline.console.talk;

import firstline.persistence.requirement.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Plain text with mentions, such as {@code @clerk}, and numbers of records, as 2026-0001. */
final class TalkText {
  private static final Pattern MENTION =
      Pattern.compile("(?<![\\p{Alnum}@._-])@([a-z0-9](?:[a-z0-9._-]{0,58}[a-z0-9])?)");
  private static final Pattern PART =
      Pattern.compile(
          MENTION.pattern()
              + "|(?<![\\p{Alnum}-])((?:[A-Z]{1,4}-)?20\\d\\d-\\d{3,6})(?![\\p{Alnum}-])");

  /** What a piece of it is. */
  enum Kind {
    WORDS,
    NAME,
    NUMBER
  }

  /** A piece of the text, as it is shown. */
  public record Piece(Kind kind, String text) {}

  private TalkText() {}

  /** Usernames that the text mentions, each once. */
  @Requirement("R110.2")
  static Set<String> mentions(String text) {
    var names = new LinkedHashSet<String>();
    MENTION.matcher(text).results().forEach(match -> names.add(match.group(1)));
    return names;
  }

  /** The text in its parts; names by username. */
  @Requirement("R110.5")
  static List<Piece> pieces(String text, Map<String, String> names) {
    var pieces = new ArrayList<Piece>();
    var from = 0;
    var part = PART.matcher(text);
    while (part.find()) {
      var username = part.group(1);
      var name = username == null ? null : names.get(username);
      if (username != null && name == null) {
        continue;
      }
      if (part.start() > from) {
        pieces.add(new Piece(Kind.WORDS, text.substring(from, part.start())));
      }
      pieces.add(
          name == null ? new Piece(Kind.NUMBER, part.group()) : new Piece(Kind.NAME, "@" + name));
      from = part.end();
    }
    if (from < text.length()) {
      pieces.add(new Piece(Kind.WORDS, text.substring(from)));
    }
    return List.copyOf(pieces);
  }
}
