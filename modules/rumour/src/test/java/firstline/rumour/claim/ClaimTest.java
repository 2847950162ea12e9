package firstline.rumour.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.rumour.rumour.Actor;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClaimTest {
  private static final Instant NOW = Instant.parse("2026-02-01T08:00:00Z");
  private static final Actor LI = new Actor(UUID.randomUUID(), "李", UUID.randomUUID(), "卫健委");
  private static final Numbers.Given GIVEN = new Numbers.Given("2026-000001", "ABCD-EFGH-JKMN");

  @Test
  @Requirement("R1.1")
  void aFiledClaimKnowsWhatWhereAndWhen() {
    var claim = Claim.filed("511500000000", GIVEN, Claim.Channel.OFFICER, "传言", "公告栏", LI, NOW);
    assertEquals("2026-000001", claim.number());
    assertEquals("ABCD-EFGH-JKMN", claim.receipt());
    assertEquals(NOW, claim.receivedAt());
    assertEquals(ClaimState.RECEIVED, claim.state());
  }

  @Test
  @Requirement("R1.2")
  void nothingAndTooMuchAreRefusedAndInvisiblesDropped() {
    assertEquals("claim.empty", refusal(() -> filed(" \u0000\u202E ")));
    assertEquals("claim.long", refusal(() -> filed("字".repeat(20_001))));
    assertEquals("字".repeat(20_000), filed("字".repeat(20_000)).text());
    assertEquals("真的吗\n是的", filed("真\u202E的\u0007吗\r\n是\uFEFF的").text());
  }

  @Test
  @Requirement("R1.3")
  void aClaimHasNoPlaceForWhoSaidOrReportedIt() {
    var claim = Claim.reported("511500000000", GIVEN, "传言", "", NOW);
    assertEquals(ClaimState.RECEIVED, claim.state());
    var names = Arrays.stream(Claim.class.getDeclaredFields()).map(field -> field.getName());
    assertEquals(
        0,
        names
            .filter(name -> name.matches("(?i).*(author|speaker|phone|contact|address).*"))
            .count());
  }

  @Test
  @Requirement("R1.4")
  void aClaimIsSettledOnce() {
    var claim = filed("传言");
    claim.join(UUID.randomUUID(), null, LI, false, NOW);
    assertEquals("claim.settled", refusal(() -> claim.decline(DeclineReason.SPAM, LI, NOW)));
    assertEquals(
        "claim.settled", refusal(() -> claim.join(UUID.randomUUID(), null, LI, false, NOW)));
  }

  @Test
  @Requirement("R9.4")
  void aWrongJoinIsTakenOutAndCounted() {
    var claim = filed("传言");
    refusedWith("claim.not-joined", () -> claim.detach("不是一回事", LI, NOW));
    claim.join(UUID.randomUUID(), 0.93, null, true, NOW);
    assertEquals(ClaimState.ANSWERED, claim.state());
    claim.detach("不是一回事", LI, NOW);
    assertEquals(ClaimState.RECEIVED, claim.state());
    assertEquals(1, claim.timesDetached());
    assertEquals(null, claim.rumourId());
    assertEquals(NOW, claim.answeredAt(), "that it was answered stays a fact");
  }

  @Test
  @Requirement("R9.5")
  void aClaimIsTransferredAndMayComeBackWithAReason() {
    var claim = filed("传言");
    claim.transfer("511502000000", UUID.randomUUID(), "属翠屏区", LI, NOW);
    assertEquals(ClaimState.TRANSFERRED, claim.state());
    assertEquals("511502000000", claim.areaCode());
    refusedWith("rumour.reason", () -> claim.sendBack(" ", LI, NOW));
    claim.sendBack("涉及全市", LI, NOW);
    assertEquals("511500000000", claim.areaCode());
    assertEquals(ClaimState.RECEIVED, claim.state());
    refusedWith("claim.not-transferred", () -> claim.sendBack("再退", LI, NOW));
  }

  @Test
  @Requirement("R9.4")
  void spamIsPutAsideAndCanBeLookedAtAgain() {
    var claim = filed("加群领红包");
    claim.quarantine(LI, NOW);
    refusedWith("claim.settled", () -> claim.accept(UUID.randomUUID(), LI, NOW));
    claim.reconsider("误判", LI, NOW);
    claim.accept(UUID.randomUUID(), LI, NOW);
    assertEquals(ClaimState.ACCEPTED, claim.state());
    refusedWith("claim.not-joined", () -> claim.detach("不是", LI, NOW));
  }

  private static void refusedWith(String code, Runnable action) {
    assertEquals(code, refusal(action));
  }

  private static Claim filed(String text) {
    return Claim.filed("511500000000", GIVEN, Claim.Channel.OFFICER, text, "", LI, NOW);
  }

  private static String refusal(Runnable action) {
    return assertThrows(Refusal.class, action::run).code();
  }
}
