package firstline.rumour.rebuttal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import firstline.rumour.rebuttal.Comments.Comment;
import firstline.testkit.seed.Seeded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@Requirement("R2.15")
class PassagesTest {
  private static final Instant NOW = Instant.parse("2026-02-01T08:00:00Z");

  @Test
  void aCommentStandsOnTheOccurrenceThatWasMarked() {
    var pieces = pieces("停水五天，停水六天", on("停水", 2));
    assertEquals(List.of("停水五天，", "停水", "六天"), texts(pieces));
    assertFalse(pieces.get(0).isMarked());
    assertEquals(List.of(1), pieces.get(1).last());
  }

  @Test
  void aCommentSurvivesAnEditElsewhere() {
    var comment = on("两条街道", 1);
    var pieces = pieces("更正：明日仅有两条街道停水。", comment);
    assertTrue(Passages.stands("更正：明日仅有两条街道停水。", comment));
    assertEquals("两条街道", pieces.get(1).text());
  }

  @Test
  void aPassageThatWasChangedIsMarkedNowhere() {
    var comment = on("两条街道", 1);
    assertFalse(Passages.stands("明日三条街道停水。", comment));
    assertEquals(List.of("明日三条街道停水。"), texts(pieces("明日三条街道停水。", comment)));
  }

  @Test
  void whenFewerOfEqualPassagesAreLeftTheLastOneIsMeant() {
    assertEquals(0, Passages.place("停水", "停水", 3));
    assertEquals(-1, Passages.place("供水", "停水", 1));
  }

  @Test
  void commentsMayOverlapAndAResolvedOneMarksNothing() {
    var pieces = pieces("一二三四五", on("一二三", 1), on("二三四", 1), resolved("五"));
    assertEquals(List.of("一", "二三", "四", "五"), texts(pieces));
    assertEquals(List.of(1, 2), pieces.get(1).numbers());
    assertEquals(List.of(2), pieces.get(2).last());
    assertFalse(pieces.get(3).isMarked());
  }

  @Test
  void thePiecesAreTheTextWhateverIsMarked() {
    Seeded.cases(
        2_000,
        draw -> {
          var text = draw.text(0, 40);
          var comments = new ArrayList<Comment>();
          for (var i = draw.between(0, 4); i > 0 && !text.isEmpty(); i--) {
            var start = draw.between(0, text.length() - 1);
            comments.add(
                on(text.substring(start, draw.between(start, text.length())), draw.between(1, 3)));
          }
          var pieces = pieces(text, comments.toArray(Comment[]::new));
          assertEquals(text, String.join("", texts(pieces)));
          assertEquals(
              comments.stream().filter(one -> !one.quote().isEmpty()).count(),
              pieces.stream().mapToLong(piece -> piece.last().size()).sum());
        });
  }

  private static List<Passages.Piece> pieces(String text, Comment... comments) {
    var numbered = new ArrayList<Passages.Numbered>();
    for (var comment : comments) {
      numbered.add(new Passages.Numbered(numbered.size() + 1, comment));
    }
    return Passages.of(text, numbered);
  }

  private static List<String> texts(List<Passages.Piece> pieces) {
    return pieces.stream().map(Passages.Piece::text).collect(Collectors.toList());
  }

  private static Comment on(String quote, int occurrence) {
    return new Comment(
        UUID.randomUUID(),
        Field.EXPLANATION,
        quote,
        occurrence,
        "请核实",
        NOW,
        "郭伟",
        "卫健委",
        null,
        null);
  }

  private static Comment resolved(String quote) {
    return new Comment(
        UUID.randomUUID(), Field.EXPLANATION, quote, 1, "好", NOW, "郭伟", "卫健委", NOW, "谢艳");
  }
}
