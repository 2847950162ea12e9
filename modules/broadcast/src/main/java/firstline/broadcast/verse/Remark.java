package firstline.broadcast.verse;

import firstline.persistence.requirement.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * What a listener would stumble over in a text of a kind: advice, never a refusal.
 *
 * @param code of its sentence, {@code verse.remark.<code>}
 * @param line that it is about, from 1; 0 for all of the text
 * @param syllables of the line, or characters of the text
 */
public record Remark(String code, int line, int syllables) {
  /** What is heard once is kept in mind up to about so many syllables between two marks. */
  static final int BREATH = 20;

  /** A clapper marks about seven beats a line; with filling words there may be a few more. */
  static final int BEATS = 11;

  /** The remarks in the order of the lines. */
  @Requirement("R54.3")
  static List<Remark> on(TextKind kind, String text, Verse verse) {
    return switch (kind) {
      case PLAIN_TALK -> longer(verse, "long", BREATH);
      case CLAPPER_VERSE, JINGLE -> longer(verse, "beats", BEATS);
      case DOGGEREL -> irregular(verse);
      case SMS ->
          text.length() > Sms.ONE ? List.of(new Remark("parts", 0, Sms.parts(text))) : List.of();
      case ANNOUNCEMENT -> List.of();
    };
  }

  private static List<Remark> longer(Verse verse, String code, int most) {
    return about(verse, code, syllables -> syllables > most);
  }

  /** Five or seven syllables a line, all lines alike. */
  private static List<Remark> irregular(Verse verse) {
    var usual =
        verse.lines().stream()
            .map(Verse.Line::syllables)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    int measure = usual.getOrDefault(5, 0L) > usual.getOrDefault(7, 0L) ? 5 : 7;
    return about(verse, "measure", syllables -> syllables != measure);
  }

  private static List<Remark> about(Verse verse, String code, IntPredicate wrong) {
    var remarks = new ArrayList<Remark>();
    for (var i = 0; i < verse.lines().size(); i++) {
      var syllables = verse.lines().get(i).syllables();
      if (wrong.test(syllables)) {
        remarks.add(new Remark(code, i + 1, syllables));
      }
    }
    return remarks;
  }
}
