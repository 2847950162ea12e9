package firstline.broadcast.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.TestCity.Terminal;
import firstline.broadcast.TestDesk;
import firstline.broadcast.ebm.Ebd;
import firstline.broadcast.ebm.EbdPackage;
import firstline.broadcast.ebm.EbmNumbers;
import firstline.broadcast.ebm.MessageId;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An emergency that was typed here, as another platform gets it. */
class GivingOutMessagesTest {
  private static int cities;

  private final EbmOffice office = new EbmOffice("9482%02d".formatted(++cities));
  private final Terminal one = speaker("001");
  private final Terminal two = speaker("002");
  private final UUID schedule = ordered();

  private Terminal speaker(String digits) {
    var area =
        office.city.area(
            office.city.code(), office.city.code().substring(0, 9) + digits, "VILLAGE");
    var speaker = office.city.speaker("GO-" + area, area);
    EbmOffice.SQL.update(
        "insert into speaker_stay (speaker_no, audience_id, since) values (?, ?, ?)",
        speaker.no(),
        speaker.audience(),
        EbmOffice.NOW.minus(Duration.ofDays(1)));
    return speaker;
  }

  private UUID ordered() {
    var id =
        office.city.schedule(
            office.city.code(), "EMERGENCY", 1, "2026-11-25T09:30:00", "", EbmOffice.NOW);
    office.city.target(id, true, "AREA", office.city.code());
    return id;
  }

  private Ebd.Message message(GiveOutEbm.Given given) {
    return (Ebd.Message) EbdPackage.unpack(given.tar()).packet().body();
  }

  private GiveOutEbm.Given give() {
    return office.giveOut().give(new GiveOutEbm.Command(schedule));
  }

  @Test
  @Requirement("R50.6")
  void itHasOneIdForGoodAndItsEndAnother() {
    var first = give();
    assertArrayEquals(first.tar(), give().tar());
    var message = message(first);
    assertEquals(first.messageId(), message.id().toString());
    assertEquals(EbmOffice.OWN, message.id().sender());
    assertEquals(Ebd.Type.BROADCAST, message.type());
    assertEquals(1, message.severity());
    assertEquals("请注意防火", message.text());
    assertEquals(List.of(office.city.code()), message.areas());
    assertEquals(EbmOffice.NOW, message.start());
    assertEquals(EbmOffice.NOW.plus(Duration.ofMinutes(5)), message.end());
    assertEquals(
        List.of(first.messageId()),
        office.giveOut().onAir().stream().map(GiveOutEbm.OnAir::messageId).toList());

    office.clock.move(Duration.ofMinutes(1));
    office.city.withdraw(schedule, office.clock.instant());
    assertEquals(List.of(), office.giveOut().onAir());
    var end = message(give());
    assertNotEquals(message.id(), end.id());
    assertEquals(message.id(), end.related());
    assertEquals(Ebd.Type.CANCEL, end.type());
    assertEquals(office.clock.instant(), end.sent());
    assertArrayEquals(first.tar(), office.giveOut().one(message.id()).tar(), "what went out stays");
  }

  @Test
  @Requirement("R50.6")
  void theListNumbersWhatIsOnTheAirAndAStrangerSeesNothing() {
    var listed = office.giveOut().onAir();
    assertEquals(1, listed.size());
    assertEquals(listed.get(0).messageId(), give().messageId());
    var stranger = TestDesk.of("948299000000", "948299000000/", BroadcastRights.EMERGENCY);
    var theirs =
        new GiveOutEbm(
            new OwnResource(EbmOffice.OWN.digits()),
            new EbmNumbers(EbmOffice.SQL, office.clock),
            EbmOffice.SQL,
            stranger,
            office.clock);
    assertEquals(List.of(), theirs.onAir());
    assertThrows(NotFound.class, () -> theirs.give(new GiveOutEbm.Command(schedule)));
    var id = MessageId.of(listed.get(0).messageId());
    assertThrows(NotFound.class, () -> theirs.one(id));
    var states = new PlayStates(EbmOffice.SQL, stranger, office.clock);
    assertThrows(NotFound.class, () -> states.of(id));
  }

  @Test
  @Requirement("R50.7")
  void withoutANumberNothingIsGivenOut() {
    var nameless =
        new GiveOutEbm(
            new OwnResource(" "),
            new EbmNumbers(EbmOffice.SQL, office.clock),
            EbmOffice.SQL,
            office.desk(),
            office.clock);
    var refusal =
        assertThrows(Refusal.class, () -> nameless.give(new GiveOutEbm.Command(schedule)));
    assertEquals("ebm.no-resource", refusal.code());
    assertTrue(new OwnResource("").isMissing());
    assertThrows(RuntimeException.class, () -> new OwnResource("123"));
  }

  @Test
  @Requirement("R50.5")
  void itsStateIsCountedFromReceipts() {
    var id = MessageId.of(give().messageId());
    assertEquals(Ebd.State.WAITING, office.states().of(id).state());
    var play = office.city.occurrence(schedule, EbmOffice.NOW);
    started(one, play);
    var playing = office.states().of(id);
    assertEquals(Ebd.State.PLAYING, playing.state());
    assertEquals("应播 2 台次，已开播 1 台次，播完 0 台次（按终端回执统计）", playing.description());
    assertEquals(List.of(office.city.code().substring(0, 9) + "001"), playing.areas());
    ended(one, play, "PRE_EMPTED", "SLOT_OVER");
    office.clock.move(Duration.ofMinutes(6));
    assertEquals(Ebd.State.FAILED, office.states().of(id).state(), "one of two is not all");
    started(two, play);
    ended(two, play, "FINISHED", "");
    var whole = office.states().of(id);
    assertEquals(Ebd.State.SUCCEEDED, whole.state());
    assertEquals(2, whole.areas().size());
  }

  @Test
  @Requirement("R50.5")
  void whatNobodyHeardIsNotCalledHeard() {
    var id = MessageId.of(give().messageId());
    office.city.occurrence(schedule, EbmOffice.NOW);
    office.clock.move(Duration.ofMinutes(6));
    assertEquals(Ebd.State.FAILED, office.states().of(id).state());
    office.city.withdraw(schedule, office.clock.instant());
    assertEquals(Ebd.State.CANCELLED, office.states().of(id).state());
    office.take(office.message(1, Ebd.Type.BROADCAST, null, "甲"));
    assertEquals(Ebd.State.NOT_PROCESSED, office.states().of(office.id(1)).state());
    office.take(office.message(2, Ebd.Type.CANCEL, 1, "甲"));
    assertEquals(Ebd.State.CANCELLED, office.states().of(office.id(1)).state());
  }

  private void started(Terminal speaker, long play) {
    EbmOffice.SQL.update(
        """
        insert into receipt (received_at, at, speaker_no, journal, sequence, play_no, event, heard,
          reason, hash) values (?, ?, ?, gen_random_uuid(), 1, ?, 'STARTED', 0, '', '')
        """,
        EbmOffice.NOW,
        EbmOffice.NOW,
        speaker.no(),
        play);
  }

  private void ended(Terminal speaker, long play, String event, String reason) {
    EbmOffice.SQL.update(
        """
        insert into play_end (start, play_no, speaker_no, event, at, heard, reason)
        values (?, ?, ?, ?, ?, 300000, ?)
        """,
        EbmOffice.NOW,
        play,
        speaker.no(),
        event,
        EbmOffice.NOW.plus(Duration.ofMinutes(5)),
        reason);
  }
}
