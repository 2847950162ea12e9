package firstline.rumour.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.rumour.match.Matching.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchingTest {
  private static final UUID WATER = UUID.randomUUID();
  private static final UUID SALT = UUID.randomUUID();
  private static final String WATER_CLAIM = "紧急通知：上游化工厂泄漏，明天起全市自来水停水七天，赶快储水！";

  @TempDir private Path folder;
  private Sql sql;
  private MatchIndex index;
  private Matching matching;

  @BeforeAll
  static void published() {
    var sql = TestDatabase.owner();
    SomethingPublished.house(sql);
    SomethingPublished.publish(
        sql,
        List.of(
            new Object[] {
              WATER, WATER_CLAIM, "自来水供应正常，未接到停水通知。", "市水务局抽检各水厂出水，全部合格。", "市水务局", "[]"
            },
            new Object[] {
              SALT,
              "吃碘盐可以防辐射，超市的盐快被抢光了",
              "碘盐不能防辐射，库存够全市用六个月。",
              "每天吃几公斤盐才可能有一点作用，人早已中毒。",
              "市疾控中心 https://example.org/salt/1",
              "[\"多吃盐能够阻挡核辐射，快去囤盐\"]"
            },
            new Object[] {
              UUID.randomUUID(), "大桥要塌了，桥墩已经开裂", "大桥结构安全。", "检测单位每季度检测。", "市交通局", "[]"
            }));
  }

  @BeforeEach
  void opened() {
    sql = TestDatabase.sql();
    index = new MatchIndex(sql, folder, false);
    matching = new Matching(index, new OpenIndex(sql));
  }

  @AfterEach
  void closed() {
    index.close();
  }

  private static UUID first(Matching.Answer answer) {
    return answer.matches().get(0).id();
  }

  @Test
  @Requirement({"R4.2", "R7.5"})
  void whatWasAnsweredIsAnsweredAgainAndTheReasonIsShown() {
    var answer = matching.match("【转发】" + WATER_CLAIM + "转给家人", 5);
    assertEquals(Tier.ANSWERED, answer.tier());
    assertEquals(WATER, first(answer));
    assertTrue(
        answer.matches().get(0).shared().stream().anyMatch(piece -> piece.contains("上游化工厂泄漏")));
  }

  @Test
  @Requirement("R7.5")
  void theReasonIsWrittenAsTheAskerWroteIt() {
    var answer = matching.match("上游化工廠泄漏，全市自來水停水", 5);
    assertEquals(WATER, first(answer));
    assertTrue(answer.matches().get(0).shared().contains("上游化工廠泄漏"));
  }

  @Test
  @Requirement("R4.2")
  void aShortTextIsNeverAnsweredByItself() {
    var answer = matching.match("自来水停水", 5);
    assertNotEquals(Tier.ANSWERED, answer.tier());
  }

  @Test
  @Requirement("R4.2")
  void whatNobodyAnsweredIsSaidToBeSo() {
    assertEquals(Tier.NONE, matching.match("听说孔子墓里挖出了一台蒸汽机，专家连夜赶到", 5).tier());
    assertEquals(Tier.NONE, matching.match("！？。", 5).tier());
    assertEquals(Tier.NONE, matching.match("", 5).tier());
  }

  @Test
  @Requirement("R7.1")
  void anotherWordingAndAnAddressFindTheSameRebuttal() {
    assertEquals(SALT, first(matching.match("多吃鹽能夠阻擋核輻射，快去囤鹽", 5)));
    assertEquals(List.of(SALT), new TwoLegs(index).ranked("看这个 http://www.example.org/salt/1/", 1));
  }

  @Test
  @Requirement({"R7.2", "R7.3"})
  void theIndexFollowsWhatHappensWhileItIsOpenAndWhileItIsClosed() throws IOException {
    var rumour = "市动物园的老虎昨晚跑出来了，家长看好孩子";
    assertEquals(Tier.NONE, matching.match(rumour, 5).tier());
    index.keep();
    var id = UUID.randomUUID();
    SomethingPublished.publish(
        TestDatabase.owner(),
        List.<Object[]>of(new Object[] {id, rumour, "老虎都在园中。", "园方清点过。", "市动物园", "[]"}));
    index.keep();
    assertEquals(id, first(matching.match(rumour, 5)));
    index.close();
    withdraw(id);
    opened();
    assertFalse(new TwoLegs(index).ranked(rumour, 5).contains(id));
  }

  private static void withdraw(UUID id) {
    TestDatabase.owner()
        .update(
            "update rebuttal set withdrawn_at = now(), withdrawal_notice = '撤' where id = ?", id);
  }

  @Test
  @Requirement("R7.3")
  void aDamagedIndexIsBuiltAnew() throws IOException {
    matching.match(WATER_CLAIM, 5);
    index.keep();
    index.close();
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.writeString(file, "not an index");
      }
    }
    opened();
    assertEquals(WATER, first(matching.match(WATER_CLAIM, 5)));
  }

  @Test
  @Requirement("R7.3")
  void anIndexOfAnotherDatabaseIsBuiltAnew() throws IOException {
    try (var other = WordIndex.open(folder)) {
      other.replace(WATER, List.of(new Piece(WATER, 0, "别的", List.of())));
      other.index().commit("9999999999");
    }
    opened();
    assertEquals(WATER, first(matching.match(WATER_CLAIM, 5)));
  }

  @Test
  @Requirement({"R7.2", "R7.4"})
  void whatHasNoVectorsYetIsFoundByItsWordsAmongThoseThatHave() throws IOException {
    var both = new MatchIndex(sql, folder.resolve("both"), true);
    try {
      both.words();
      both.embed();
      for (var i = 0; i < 30; i++) {
        crowd("三江口大桥" + i + "号桥墩要拆除");
      }
      both.embed();
      var fresh = crowd("有人说三江口大桥明晨爆破拆除，沿江学校全部停课");
      both.keep();
      var answer = new Matching(both, new OpenIndex(sql)).match("听说三江口大桥明天爆破拆除，学校停课", 3);
      assertEquals(fresh, first(answer));
    } finally {
      both.close();
    }
  }

  private static UUID crowd(String claim) {
    var id = UUID.randomUUID();
    SomethingPublished.publish(
        TestDatabase.owner(),
        List.<Object[]>of(new Object[] {id, claim, "没有拆除安排", "例行检测。", "市住建局", "[]"}));
    return id;
  }

  @Test
  @Requirement("R7.4")
  void theMeaningFindsWhatTheWordsDoNot() {
    var both = new MatchIndex(sql, folder.resolve("both"), true);
    try {
      both.words();
      both.embed();
      both.keep();
      var ranked = new TwoLegs(both).ranked("服用含碘调味品有助于抵御放射线", 3);
      assertEquals(SALT, ranked.get(0));
      assertTrue(both.signs().size() >= 3);
    } finally {
      both.close();
    }
  }
}
