package firstline.rumour.release;

import static firstline.rumour.release.Channel.FEED;
import static firstline.rumour.release.Channel.LOUDSPEAKER;
import static firstline.rumour.release.Channel.PRESS;
import static firstline.rumour.release.Channel.WEB;
import static firstline.rumour.release.Channel.WECHAT;
import static firstline.rumour.release.Channel.WEIBO;
import static firstline.rumour.release.Released.HE;
import static firstline.rumour.release.Released.NOW;
import static firstline.rumour.release.Released.at;
import static firstline.rumour.release.Released.confirm;
import static firstline.rumour.release.Released.correct;
import static firstline.rumour.release.Released.on;
import static firstline.rumour.release.Released.out;
import static firstline.rumour.release.Released.refused;
import static firstline.rumour.release.Released.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import firstline.rumour.rebuttal.ReadingRate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WhereAnAnswerGoesTest {
  private static final Instant LATER = NOW.plusSeconds(3_600);
  private static final Instant LATEST = NOW.plusSeconds(7_200);

  @Test
  @Requirement({"R3.5", "R3.8"})
  void theServersChannelsLeaveAtOnceAndTheOthersWaitForAnOfficer() {
    var circulation = out(WECHAT);
    assertEquals(ReleaseState.SENT, on(circulation, WEB, 1).state());
    assertEquals(ReleaseState.SENT, on(circulation, FEED, 1).state());
    assertEquals(ReleaseState.QUEUED, on(circulation, WECHAT, 1).state());
    assertEquals(
        List.of(WEB, FEED, Channel.CLAIM_REVIEW),
        circulation.due(NOW).stream().map(Release::channel).toList());
  }

  @Test
  @Requirement("R3.6")
  void nothingLeavesBeforeItsHourAndNothingOfAnotherHash() {
    var circulation = new Circulation(List.of());
    circulation.order(text(1), Set.of(WECHAT), LATER, HE, NOW);
    assertTrue(circulation.due(NOW).isEmpty());
    refused("release.not-due", () -> circulation.out(text(1), HE, NOW));
    refused("release.not-public", () -> handOver(circulation, WECHAT));
    refused("review.not-the-reviewed-text", () -> circulation.out(text(1, "b"), HE, LATER));
    assertEquals(List.of(on(circulation, WEB, 1)), circulation.due(LATER));
    circulation.failed(1, "review.not-submitted", LATER);
    assertEquals(ReleaseState.FAILED, on(circulation, WECHAT, 1).state());
    circulation.retry(on(circulation, WEB, 1).id(), HE, LATER);
    assertEquals(ReleaseState.QUEUED, on(circulation, FEED, 1).state(), "the whole order");
    circulation.out(text(1), HE, LATER);
    assertEquals(LATER, on(circulation, WEB, 1).sentAt());
  }

  private static void handOver(Circulation circulation, Channel channel) {
    circulation.handOver(on(circulation, channel, 1).id(), HE, LATER);
  }

  @Test
  @Requirement("R3.7")
  void onlyTheFirstReceiptOfAVersionSaysThatItIsAnswered() {
    var circulation = out(WECHAT);
    handOver(circulation, WECHAT);
    assertTrue(
        circulation.confirm(
            on(circulation, WECHAT, 1).id(), at("https://example.org/1"), HE, LATER));
    assertFalse(
        circulation.confirm(
            on(circulation, WEB, 1).id(), at("https://example.org/2"), null, LATER));
    correct(circulation, LATER);
    assertTrue(
        circulation.confirm(
            on(circulation, WEB, 2).id(), at("https://example.org/2"), null, LATEST));
  }

  @Test
  @Requirement("R3.8")
  void withoutProofNothingIsConfirmed() {
    var circulation = out(WECHAT, LOUDSPEAKER);
    var article = on(circulation, WECHAT, 1).id();
    var nothing = new Receipt("", NOW, "已发", null, null);
    refused("release.not-now", () -> circulation.confirm(article, at("https://a.org"), HE, NOW));
    handOver(circulation, WECHAT);
    handOver(circulation, LOUDSPEAKER);
    refused("release.receipt.on-line", () -> circulation.confirm(article, nothing, HE, LATER));
    refused("release.url", () -> at("javascript:alert(1)"));
    refused(
        "release.appeared",
        () ->
            circulation.confirm(
                article, new Receipt("https://a.org", LATEST, "", null, null), HE, LATER));
    circulation.confirm(
        article, new Receipt("", NOW, "", UUID.randomUUID(), "0".repeat(64)), HE, LATER);
    circulation.confirm(on(circulation, LOUDSPEAKER, 1).id(), nothing, HE, LATER);
    assertEquals(ReleaseState.CONFIRMED, on(circulation, LOUDSPEAKER, 1).state());
  }

  @Test
  @Requirement("R3.9")
  void thePausesGrowAndEndWithAPerson() {
    assertEquals(Duration.ofSeconds(10), CarryOut.pause(0));
    assertEquals(Duration.ofSeconds(80), CarryOut.pause(3));
    assertEquals(Duration.ofHours(2), CarryOut.pause(30));
    assertNull(CarryOut.again(CarryOut.ATTEMPTS - 1, NOW));
    var circulation = out();
    var web = on(circulation, WEB, 1);
    for (var i = 0; i < CarryOut.ATTEMPTS; i++) {
      web.fail("NOT_SHOWN", CarryOut.again(web.attempts(), NOW), null, NOW);
    }
    assertEquals(CarryOut.ATTEMPTS, web.attempts());
    assertNull(web.nextAt());
    circulation.retry(web.id(), HE, LATER);
    assertEquals(ReleaseState.SENT, web.state());
    assertEquals(LATER, web.nextAt());
    assertEquals(NOW, web.sentAt(), "the clock of its leaving stays");
  }

  @Test
  @Requirement("R3.10")
  void anOrderIsRevokedUntilSomethingHasLeft() {
    var circulation = new Circulation(List.of());
    circulation.order(text(1), Set.of(WECHAT), LATER, HE, NOW);
    circulation.revoke(1, "数字待核", HE, NOW);
    assertTrue(
        circulation.releases().stream().allMatch(one -> one.state() == ReleaseState.CANCELLED));
    circulation.order(text(1, "b"), Set.of(), NOW, HE, NOW);
    circulation.out(text(1, "b"), HE, NOW);
    refused("release.out-already", () -> circulation.revoke(1, "太晚", HE, LATER));
  }

  @Test
  @Requirement("R3.11")
  void aCorrectionGoesWhereverTheOldTextWent() {
    var circulation = out(WECHAT, WEIBO, PRESS);
    confirm(circulation, WEB, 1, NOW);
    confirm(circulation, WECHAT, 1, NOW);
    handOver(circulation, WEIBO);
    correct(circulation, LATER);
    assertEquals(ReleaseState.CORRECTION_DUE, on(circulation, WEB, 1).state());
    assertEquals(ReleaseState.CORRECTION_DUE, on(circulation, WECHAT, 1).state());
    assertEquals(ReleaseState.CORRECTION_DUE, on(circulation, WEIBO, 1).state(), "sent is enough");
    assertEquals(ReleaseState.QUEUED, on(circulation, PRESS, 2).state(), "the order lives on");
    confirm(circulation, WEB, 2, LATEST);
    assertEquals(ReleaseState.CORRECTED, on(circulation, WEB, 1).state());
    circulation.corrected(
        on(circulation, WECHAT, 1).id(), at("https://example.org/new"), text(2), HE, LATEST);
    assertEquals(ReleaseState.CORRECTED, on(circulation, WECHAT, 1).state());
    assertEquals(ReleaseState.CONFIRMED, on(circulation, WECHAT, 2).state());
    var gone = new Receipt("", LATER, "帖子已删除", null, null);
    circulation.takenDown(on(circulation, WEIBO, 1).id(), gone, HE, LATEST);
    assertEquals(ReleaseState.TAKEN_DOWN, on(circulation, WEIBO, 1).state());
    assertTrue(
        circulation.releases().stream()
            .filter(one -> one.channel() == WEIBO && one.ordinal() == 2)
            .allMatch(one -> one.state() == ReleaseState.CANCELLED),
        "nothing is to be put where it was taken down");
  }

  @Test
  @Requirement("R3.11")
  void aSecondCorrectionFindsWhatTheFirstDidNotReach() {
    var circulation = out(WECHAT);
    confirm(circulation, WECHAT, 1, NOW);
    correct(circulation, LATER);
    circulation.order(text(3), Set.of(), LATEST, HE, LATEST);
    circulation.out(text(3), HE, LATEST);
    assertEquals(ReleaseState.CORRECTION_DUE, on(circulation, WECHAT, 1).state());
    confirm(circulation, WECHAT, 3, LATEST);
    assertEquals(ReleaseState.CORRECTED, on(circulation, WECHAT, 1).state());
  }

  @Test
  @Requirement("R3.12")
  void aWithdrawalIsFollowedLikewise() {
    var circulation = out(WECHAT, PRESS);
    confirm(circulation, WEB, 1, NOW);
    confirm(circulation, WECHAT, 1, NOW);
    circulation.withdrawn(HE, LATER);
    assertEquals(ReleaseState.CORRECTION_DUE, on(circulation, WEB, 1).state());
    assertTrue(circulation.due(LATER).contains(on(circulation, WEB, 1)), "the server looks itself");
    assertTrue(
        circulation.releases().stream()
            .filter(one -> one.channel() == PRESS)
            .allMatch(one -> one.state() == ReleaseState.CANCELLED));
    circulation.corrected(
        on(circulation, WECHAT, 1).id(), at("https://example.org/notice"), text(1), HE, LATEST);
    assertEquals(ReleaseState.CORRECTED, on(circulation, WECHAT, 1).state());
  }

  @Test
  @Requirement("R3.17")
  void theDepartmentOfTheLoudspeakersIsTold() {
    var circulation = out(LOUDSPEAKER, Channel.POSTER);
    var content = Packed.content("自来水可以放心饮用", "出厂水余氯符合国家标准。");
    var script =
        HandOver.payload(
            on(circulation, LOUDSPEAKER, 1), "ORIGINAL", content, new ReadingRate(240, 150), NOW);
    assertTrue(script.contains("自来水可以放心饮用。\\n出厂水余氯符合国家标准。"), script);
    assertTrue(script.contains("\"seconds\":"), script);
    assertTrue(script.contains("\"hash\":\"" + text(1).hash()), script);
    var poster =
        HandOver.payload(
            on(circulation, Channel.POSTER, 1),
            "ORIGINAL",
            content,
            new ReadingRate(240, 150),
            NOW);
    assertTrue(poster.contains("\"line\":\"自来水可以放心饮用\""), poster);
  }

  @Test
  @Requirement("R3.18")
  void everyStepSaysWhoAndWhen() {
    var circulation = out(WECHAT);
    confirm(circulation, WECHAT, 1, LATER);
    var steps = on(circulation, WECHAT, 1).takeSteps();
    assertEquals(
        List.of(ReleaseStep.Verb.ORDERED, ReleaseStep.Verb.SENT, ReleaseStep.Verb.CONFIRMED),
        steps.stream().map(ReleaseStep::verb).toList());
    assertTrue(steps.stream().allMatch(step -> HE.equals(step.actor())));
    assertEquals(LATER, steps.get(2).at());
  }
}
