package firstline.rumour.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import firstline.rumour.match.Matching.Tier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LikenessTest {
  private static final UUID REBUTTAL = UUID.randomUUID();

  private static Question question(String text) {
    var folding = Folding.of(text);
    var terms = Terms.of(folding.text());
    var weights = new HashMap<String, Double>();
    terms.forEach(term -> weights.put(term.text(), 5.0));
    return new Question(text, folding, terms, weights);
  }

  private static Tier tier(String asked, String... wordings) {
    var question = question(asked);
    var pieces = Piece.of(REBUTTAL, "", List.of(wordings));
    return Likeness.of(question, pieces, Double.NaN, Double.NaN).tier(question.size());
  }

  @Test
  @Requirement("R7.6")
  void theVerySameTextIsAnsweredThoughItIsShortButNeverAWordOrTwo() {
    assertEquals(Tier.ANSWERED, tier("喝酒能殺死 病毒?? https://e.org/1", "喝酒能杀死病毒！"));
    assertNotEquals(Tier.ANSWERED, tier("喝酒能杀死细菌", "喝酒能杀死病毒！"));
    assertNotEquals(Tier.ANSWERED, tier("喝酒！", "喝酒"));
    assertNotEquals(Tier.ANSWERED, tier("？！", "。。"));
  }

  @Test
  @Requirement("R7.6")
  void anEnglishWordSaysAsMuchAsTwoPairs() {
    assertEquals(Tier.ANSWERED, tier("Garlic cures the new virus!", "garlic cures the new virus"));
    assertNotEquals(Tier.ANSWERED, tier("Garlic!", "garlic"));
  }

  @Test
  @Requirement("R7.7")
  void whatDoesNotStandOutOfTheCrowdIsWorthLess() {
    var question = question("听说三江口大桥明天爆破拆除");
    var pieces = Piece.of(REBUTTAL, "大桥没有拆除的安排", List.of());
    var alone = Likeness.of(question, pieces, 0.85, 0.62).score();
    var crowded = Likeness.of(question, pieces, 0.85, 0.79).score();
    assertTrue(alone > crowded + 0.2, alone + " " + crowded);
    // A crowd of a few that have nothing in common does not lift what is far off itself.
    assertTrue(Likeness.of(question, pieces, 0.55, 0.3).score() < Likeness.POSSIBLE);
  }

  @Test
  @Requirement("R7.8")
  void ofManyWordingsTheNearestIsWeighed() {
    var wordings = new ArrayList<String>();
    for (var i = 0; i < 90; i++) {
      wordings.add("第" + i + "种说法是某地某人某事");
    }
    wordings.add("上游化工厂泄漏，明天起全市停水七天");
    var pieces = Piece.of(REBUTTAL, "供水正常", wordings);
    var some = Piece.some(pieces, 91);
    assertEquals(17, some.size());
    var question = question("上游化工厂泄漏，明天起全市停水七天");
    assertTrue(Likeness.of(question, some, Double.NaN, Double.NaN).same());
  }

  @Test
  @Requirement("R7.8")
  void aTextOfTwentyThousandCharactersIsFoundByItsRarestTerms() throws IOException {
    try (var index = WordIndex.open(new ByteBuffersDirectory())) {
      var claim = "青石水库大坝今晚泄洪，下游三个镇连夜撤离";
      index.replace(REBUTTAL, Piece.of(REBUTTAL, claim, List.of()));
      for (var i = 0; i < 30; i++) {
        var other = UUID.randomUUID();
        index.replace(other, Piece.of(other, "请大家转发给家人朋友" + i, List.of()));
      }
      index.index().refresh();
      var text = "请大家转发给家人朋友，".repeat(1_800) + claim;
      var folding = Folding.of(text);
      var terms = Terms.of(folding.text());
      var weights = index.weights(terms.stream().map(Terms.Term::text).toList());
      var question = new Question(text, folding, terms, weights);
      assertEquals(REBUTTAL, index.search(question, 5).get(0).rebuttal());
    }
  }

  @Test
  @Requirement("R7.6")
  void aWordingThatDiffersInMarksIsKeptOnceAndOneWithAnotherAddressIsKept() {
    assertEquals(2, Piece.of(REBUTTAL, "自己的话", List.of("停水七天！", "停水，七天")).size());
    var links = List.of("看这里 https://e.org/1", "看这里 https://e.org/2");
    assertEquals(3, Piece.of(REBUTTAL, "自己的话", links).size());
    assertFalse(Folding.letters(Folding.fold("，。！ ")).length() > 0);
  }

  @Test
  @Requirement("R7.3")
  void anIndexOfAnotherFormIsNotOpened(@TempDir Path folder) throws IOException {
    try (var index = WordIndex.open(folder)) {
      index.replace(REBUTTAL, Piece.of(REBUTTAL, "停水七天", List.of()));
      index.index().commit("1");
    }
    try (var index = WordIndex.open(folder)) {
      assertEquals("1", index.index().mark());
    }
    try (var writer = new IndexWriter(FSDirectory.open(folder), new IndexWriterConfig())) {
      writer.setLiveCommitData(Map.of("mark", "1").entrySet());
    }
    try (var directory = FSDirectory.open(folder)) {
      assertThrows(IOException.class, () -> WordIndex.open(directory));
    }
    try (var index = WordIndex.open(folder)) {
      assertEquals("", index.index().mark(), "it begins anew");
      assertEquals(0, index.rebuttals());
    }
  }
}
