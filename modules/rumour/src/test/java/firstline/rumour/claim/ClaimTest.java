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

  private static Claim filed(String text) {
    return Claim.filed("511500000000", GIVEN, Claim.Channel.OFFICER, text, "", LI, NOW);
  }

  private static String refusal(Runnable action) {
    return assertThrows(Refusal.class, action::run).code();
  }
}
