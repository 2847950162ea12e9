package firstline.rumour.appeal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.masking.Masking;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.rumour.rumour.Actor;
import firstline.testkit.seed.Draw;
import firstline.testkit.seed.Seeded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class AnAppealsLifeTest {
  private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(86_400);
  private static final Actor WRITER = actor("谢艳");
  private static final Actor FENG = actor("冯晓燕");
  private static final Actor ZHOU = actor("周志强");
  private static final Set<UUID> INVOLVED = Set.of(WRITER.id());
  private static final Terms.Due DUE =
      new Terms.Due(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 12, 16), false);
  private static final Opinion OPINION =
      new Opinion("市食品检验所", "检验结果与原答复一致。", LocalDate.of(2026, 11, 28));

  static Actor actor(String name) {
    return new Actor(UUID.randomUUID(), name, UUID.randomUUID(), "部门");
  }

  static Appeal appeal() {
    return Appeal.received(
        "511500000000",
        "S-2026-0001",
        UUID.randomUUID(),
        1,
        new Objection(false, "某某超市", "数字有误"),
        DUE,
        WRITER,
        NOW);
  }

  @Test
  @Requirement("R3.30")
  void itIsReceivedFromANamedParty() {
    assertEquals("S-2026-0001", appeal().number());
    refused("appeal.party", () -> new Objection(true, " \u202e ", "异议"));
    refused("appeal.objection", () -> new Objection(true, "王某", "长".repeat(5_001)));
  }

  @Test
  @Requirement("R3.31")
  void nobodyReviewsAnAppealAgainstTheirOwnAnswer() {
    var appeal = appeal();
    refused("appeal.own-work", () -> appeal.takeUp(INVOLVED, WRITER, NOW));
    appeal.takeUp(INVOLVED, FENG, NOW);
    refused("appeal.not-the-reviewer", () -> appeal.heard(OPINION, ZHOU, LATER));
    appeal.heard(OPINION, FENG, LATER);
    refused(
        "appeal.own-work",
        () -> appeal.answer(Outcome.UPHELD, "理由", "答复", Set.of(FENG.id()), FENG, LATER));
  }

  @Test
  @Requirement({"R3.32", "R3.34"})
  void nothingIsUpheldBeforeSomebodyOutsideWasHeard() {
    var appeal = appeal();
    appeal.takeUp(INVOLVED, FENG, NOW);
    refused(
        "appeal.not-heard", () -> appeal.answer(Outcome.UPHELD, "理由", "答复", INVOLVED, FENG, LATER));
    appeal.heard(OPINION, FENG, LATER);
    appeal.answer(Outcome.UPHELD, "理由", "答复", INVOLVED, FENG, LATER);
    assertEquals(AppealState.ANSWERED, appeal.state());
    refused("appeal.not-now", () -> appeal.takeUp(INVOLVED, ZHOU, LATER));
    var granted = appeal();
    granted.takeUp(INVOLVED, FENG, NOW);
    granted.answer(Outcome.CORRECTED, "数字确有误", "已更正", INVOLVED, FENG, LATER);
    assertEquals(Outcome.CORRECTED, granted.outcome());
  }

  @Test
  @Requirement({"R3.31", "R3.32", "R3.33"})
  void whateverIsDoneInWhateverOrderTheClocksStandAndNobodyJudgesTheirOwn() {
    Seeded.cases(
        100_000,
        draw -> {
          var appeal = appeal();
          var written = clocks(appeal);
          for (var i = 0; i < 10; i++) {
            try {
              act(draw, appeal, NOW.plusSeconds(i + 1L));
            } catch (Refusal refusal) {
              assertFalse(refusal.code().isEmpty());
            }
            var now = clocks(appeal);
            for (var clock = 0; clock < written.size(); clock++) {
              if (written.get(clock) != null) {
                assertEquals(written.get(clock), now.get(clock), "a clock was overwritten");
              }
            }
            written = now;
            check(appeal);
          }
        });
  }

  private static void act(Draw draw, Appeal appeal, Instant now) {
    var who = draw.of(WRITER, FENG, ZHOU);
    switch (draw.between(0, 4)) {
      case 0 -> appeal.acknowledge(draw.of("电话告知", ""), who, now);
      case 1, 2 -> appeal.takeUp(INVOLVED, who, now);
      case 3 -> appeal.heard(OPINION, who, now);
      default ->
          appeal.answer(draw.of(Outcome.values()), "理由", draw.of("答复", ""), INVOLVED, who, now);
    }
  }

  private static void check(Appeal appeal) {
    assertFalse(WRITER.id().equals(appeal.reviewerId()), "reviewed by a writer");
    if (appeal.state() == AppealState.ANSWERED) {
      assertNotNull(appeal.answeredAt());
      assertTrue(appeal.outcome() != Outcome.UPHELD || appeal.heardAt() != null);
    }
    assertEquals(appeal.state() == AppealState.RECEIVED, appeal.reviewingAt() == null);
  }

  private static List<@Nullable Instant> clocks(Appeal appeal) {
    return Arrays.asList(
        appeal.receivedAt(),
        appeal.acknowledgedAt(),
        appeal.reviewingAt(),
        appeal.heardAt(),
        appeal.answeredAt());
  }

  @Test
  @Requirement("R3.36")
  void aContactIsSealedAndMasked() throws NoSuchMethodException {
    var contact = new Contact("only-for-tests-0123456789-abcdefghijklmnop");
    var sealed = contact.sealed("13812345678");
    assertEquals("13812345678", contact.opened(sealed));
    assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("13812345678"));
    assertFalse(Arrays.equals(sealed, contact.sealed("13812345678")), "no two seals are alike");
    assertArrayEquals(
        new String[] {"138****78", "w***@example.org", "王***"},
        new String[] {
          Masking.masked("13812345678"), Masking.masked("wang@example.org"), Masking.masked("王五")
        });
    sealed[20] ^= 1;
    assertThrows(IllegalStateException.class, () -> contact.opened(sealed));
    var looks =
        ShowContact.class.getMethod("show", ShowContact.Command.class).getAnnotation(Allows.class);
    assertFalse(looks.reads(), "what is declared to read leaves no row in the audit");
  }

  private static void refused(String code, Executable action) {
    assertEquals(code, assertThrows(Refusal.class, action).code());
  }
}
