package firstline.console.talk;

import static firstline.market.MarketRights.HANDLE;
import static firstline.market.MarketRights.INTAKE;
import static firstline.market.MarketRights.READ;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.desk.BroadcastTalk;
import firstline.console.SmallCity;
import firstline.console.TownHall;
import firstline.console.bulletin.BulletinTalk;
import firstline.market.desk.MarketTalk;
import firstline.persistence.database.DatabaseFailure;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.talk.DiscussionContribution;
import firstline.publicity.desk.PublicityTalk;
import firstline.rumour.desk.RumourTalk;
import firstline.testkit.clock.MutableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A letter to the market regulators, which some see of the own department alone. */
class TalkingAboutARecordTest {
  private static final String EAST = "968101000000";
  private static final String WEST = "968102000000";
  private static final MutableClock CLOCK = MutableClock.at(Instant.parse("2026-03-01T01:00:00Z"));
  private static UUID bureau;
  private static Desk clerk;
  private static Desk handler;
  private static Desk otherHandler;
  private static Desk westerner;

  private final UUID letter = letter();

  @BeforeAll
  static void aBureauAndItsNeighbours() {
    SmallCity.found("9681", "谈市", "9682");
    bureau = TownHall.department(EAST, "监管局");
    clerk = TownHall.officer("talk.clerk", "谢甲", EAST, bureau, READ, INTAKE);
    handler = TownHall.officer("talk.handler", "罗乙", EAST, bureau, READ, HANDLE);
    otherHandler =
        TownHall.officer("talk.other", "何丙", EAST, TownHall.department(EAST, "分局"), READ, HANDLE);
    westerner =
        TownHall.officer("talk.west", "吴丁", WEST, TownHall.department(WEST, "西局"), READ, INTAKE);
  }

  private static UUID letter() {
    var id = UUID.randomUUID();
    TestDatabase.owner()
        .update(
            """
            insert into complaint (id, kind, number, area_code, department_id, department_name,
              channel, operator, place, goods, facts, named, state, received_at)
            values (?, 'TIPOFF', ?, ?, ?, '局', 'PHONE', '某店', '', '酒精', '事实', false, 'FILED',
              '2026-02-01 08:00Z')
            """,
            id,
            "T" + id,
            EAST,
            bureau);
    return id;
  }

  private static Records records(Desk desk) {
    return new Records(TestDatabase.sql(), desk, new MarketTalk());
  }

  private static Say by(Desk desk) {
    return new Say(TestDatabase.sql(), desk, CLOCK, records(desk), TownHall.colleagues());
  }

  private static Talk seen(Desk desk) {
    return new Talk(TestDatabase.sql(), desk, records(desk), TownHall.colleagues());
  }

  private UUID say(Desk desk, String text, String mention) {
    return by(desk).say(new Say.Command("complaint", letter, text, mention));
  }

  private List<Talk.Message> messages(Desk desk) {
    return seen(desk).about("complaint", letter).messages();
  }

  private boolean waits(Desk desk, UUID message) {
    return seen(desk).waiting().stream().anyMatch(one -> one.message().equals(message));
  }

  @Test
  @Requirement("R110.1")
  void whoMayOpenTheRecordReadsAndWritesInTheOrderOfTime() {
    say(clerk, "请先看现场。", "");
    say(handler, "明天去。", "");
    assertEquals(
        List.of("谢甲", "罗乙"), messages(handler).stream().map(Talk.Message::officer).toList());
    for (var stranger : List.of(otherHandler, westerner)) {
      assertThrows(NotFound.class, () -> messages(stranger));
      assertThrows(NotFound.class, () -> say(stranger, "我也说", ""));
      assertThrows(NotFound.class, () -> seen(stranger).colleagues("complaint", letter, ""));
    }
    assertThrows(
        NotFound.class, () -> seen(clerk).about("complaint", UUID.randomUUID()), "no record");
    assertThrows(NotFound.class, () -> seen(clerk).about("nothing", letter), "no kind");
  }

  private static final List<DiscussionContribution> MODULES =
      List.of(
          new MarketTalk(),
          new RumourTalk(),
          new PublicityTalk(),
          new BroadcastTalk(),
          new BulletinTalk());

  @Test
  @Requirement({"R110.1", "R126.1"})
  void everyKindIsAskedForInItsOwnTable() {
    for (var module : MODULES) {
      for (var kind : module.discussed().names()) {
        var found = module.discussed().records(TestDatabase.sql(), kind, List.of(letter));
        assertEquals(kind.equals("complaint") ? 1 : 0, found.size(), kind);
      }
    }
  }

  /** Which kinds the pages of all modules talk about. */
  private static List<String> kindsOfPages() throws IOException {
    var tag = Pattern.compile("<fl:talk kind=\"([a-z-]+)\"");
    var kinds = new ArrayList<String>();
    try (var files = Files.walk(Path.of("").toAbsolutePath().getParent())) {
      for (var file : files.filter(one -> one.toString().endsWith(".xhtml")).toList()) {
        if (file.toString().contains("/src/main/")) {
          tag.matcher(Files.readString(file))
              .results()
              .map(one -> one.group(1))
              .forEach(kinds::add);
        }
      }
    }
    return kinds.stream().sorted().toList();
  }

  @Test
  @Requirement("R126.1")
  void everyKindHasOnePageThatTalksAboutIt() throws IOException {
    assertEquals(
        MODULES.stream().flatMap(module -> module.discussed().names().stream()).sorted().toList(),
        kindsOfPages());
  }

  private static UUID operator(boolean person) {
    var id = UUID.randomUUID();
    TestDatabase.owner()
        .update(
            """
            insert into operator (id, area_code, name, person, premises, made_at)
            values (?, ?, '郑小妹', ?, '东街三号', '2026-02-01 08:00Z')
            """,
            id,
            EAST,
            person);
    return id;
  }

  private static String title(String kind, UUID id) {
    return new MarketTalk()
        .discussed()
        .records(TestDatabase.sql(), kind, List.of(id))
        .get(0)
        .title();
  }

  @Test
  @Requirement("R126.2")
  void aNaturalPersonAndASenderAreNotNamed() {
    assertEquals("东街三号", title("operator", operator(true)), "a person");
    assertEquals("郑小妹", title("operator", operator(false)), "a firm");
    assertFalse(title("complaint", letter).contains("事实"));
  }

  @Test
  @Requirement("R126.1")
  void anOperatorIsOpenAtHomeAndNowhereElse() {
    var record = records(clerk).open("operator", operator(false));
    assertTrue(Records.opens(record, handler.officer()));
    assertFalse(Records.opens(record, westerner.officer()));
    assertThrows(NotFound.class, () -> records(westerner).open("operator", record.id()));
  }

  @Test
  @Requirement("R110.2")
  void nobodyIsMentionedWhoMayNotOpenIt() {
    for (var name : List.of("talk.other", "talk.west", "talk.nobody")) {
      var picked = assertThrows(Refusal.class, () -> say(clerk, "请看", name));
      assertEquals("talk.cannot-open", picked.code());
      assertEquals(List.of(name), picked.arguments());
      assertThrows(Refusal.class, () -> say(clerk, "请 @" + name + " 看", ""));
    }
    assertEquals(List.of(), messages(clerk), "nothing was said");
    assertEquals(
        List.of("talk.handler"),
        seen(clerk).colleagues("complaint", letter, "talk.").stream()
            .map(OfficerOnDuty::username)
            .toList(),
        "the picker offers who may open it, and not oneself");
  }

  @Test
  @Requirement("R110.3")
  void aMentionWaitsUntilItIsSeen() {
    var message = say(clerk, "@talk.handler 请补充材料", "");
    assertTrue(waits(handler, message));
    assertFalse(waits(clerk, message));
    assertTrue(messages(handler).get(0).unseen());
    by(handler).see("complaint", letter);
    assertFalse(waits(handler, message));
    assertFalse(messages(handler).get(0).unseen());
  }

  @Test
  @Requirement("R110.3")
  void aMentionFallsWithTheRightToOpenTheRecord() {
    var message = say(clerk, "请看", "talk.handler");
    assertTrue(waits(handler, message));
    TestDatabase.owner()
        .update(
            "update complaint set department_id = ? where id = ?",
            otherHandler.officer().departmentId(),
            letter);
    assertFalse(waits(handler, message), "the letter is another department's now");
  }

  @Test
  @Requirement({"R110.3", "R110.4"})
  void onlyItsWriterTakesAMessageBackAndThatStays() {
    var message = say(clerk, "@talk.handler 弄错了", "");
    assertThrows(NotFound.class, () -> by(handler).withdraw(message));
    by(clerk).withdraw(message);
    assertThrows(NotFound.class, () -> by(clerk).withdraw(message), "once");
    var shown = messages(handler).get(0);
    assertTrue(shown.withdrawn());
    assertEquals(List.of(), shown.pieces());
    assertFalse(waits(handler, message));
    assertThrows(
        DatabaseFailure.class,
        () ->
            TestDatabase.sql().update("update talk_message set text = '改了' where id = ?", message),
        "the database keeps it as it was");
  }

  @Test
  @Requirement("R110.5")
  void numbersAndNamesArePartsOfTheText() {
    assertEquals(
        List.of(
            new TalkText.Piece(TalkText.Kind.WORDS, "请"),
            new TalkText.Piece(TalkText.Kind.NAME, "@罗乙"),
            new TalkText.Piece(TalkText.Kind.WORDS, "看 "),
            new TalkText.Piece(TalkText.Kind.NUMBER, "M-2026-0001"),
            new TalkText.Piece(TalkText.Kind.WORDS, "，以及 a@b.c")),
        TalkText.pieces("请@talk.handler看 M-2026-0001，以及 a@b.c", Map.of("talk.handler", "罗乙")));
    assertEquals(Set.of("li", "wang.2"), TalkText.mentions("@li，@wang.2. x@y.z"));
    assertEquals(
        List.of(new TalkText.Piece(TalkText.Kind.WORDS, "电话 2026-00011234567")),
        TalkText.pieces("电话 2026-00011234567", Map.of()));
  }
}
