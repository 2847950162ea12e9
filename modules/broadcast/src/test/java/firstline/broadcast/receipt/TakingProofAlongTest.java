package firstline.broadcast.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.TestCity;
import firstline.broadcast.TestDesk;
import firstline.broadcast.proof.ProofBundle;
import firstline.broadcast.signature.ServerKey;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.speaker.proof.Verify;
import firstline.testkit.clock.MutableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** The proof of a play, checked by the command that whoever took it along has. */
class TakingProofAlongTest {
  private static final Instant NOW = Instant.parse("2026-11-25T01:30:00Z");
  private static final Sql SQL = TestDatabase.keptOwner();
  private static final TestCity CITY = TestCity.found(SQL, "957801");
  private static final ServerKey KEY = new ServerKey("only-for-tests-0123456789-abcdefghijklmnop");
  private static final long PLAY = play();

  private static long play() {
    var schedule =
        CITY.schedule(CITY.code(), "ROUTINE", 0, "2026-11-25T09:30:00", "FREQ=DAILY", NOW);
    CITY.target(schedule, true, "AREA", CITY.code());
    var play = CITY.occurrence(schedule, NOW);
    for (var i = 0; i < 4; i++) {
      var one = CITY.speaker("TP-" + i, CITY.code());
      SQL.update(
          "insert into speaker_stay (speaker_no, audience_id, since) values (?, ?, ?)",
          one.no(),
          one.audience(),
          NOW.minus(Duration.ofDays(1)));
      var handing = new Handing(one.serial());
      if (i < 3) {
        handing.played(play, PlayEvent.STARTED, NOW, 0, "");
        handing.played(
            play, i < 2 ? PlayEvent.FINISHED : PlayEvent.FAILED, NOW.plusSeconds(9), 9_000, "");
        ReceiptTables.keep(
            MutableClock.at(NOW.plusSeconds(20)),
            List.of(new KeepReceipts.Signed(one.no(), handing.batch(1, 2))));
      }
    }
    return play;
  }

  private static Desk desk(String path) {
    return TestDesk.of(path, BroadcastRights.READ);
  }

  private static byte[] bundle(String path) throws IOException {
    return new ProofBundle(SQL, desk(path), KEY, MutableClock.at(NOW.plusSeconds(600))).of(PLAY);
  }

  /** The bundle with one of its files changed. */
  private static byte[] changed(byte[] zip, String name, UnaryOperator<String> change)
      throws IOException {
    var out = new ByteArrayOutputStream();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip));
        var written = new ZipOutputStream(out)) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        var kept = entry.getName().equals(name) ? change.apply(text) : text;
        assertTrue(!entry.getName().equals(name) || !kept.equals(text), "it is changed");
        written.putNextEntry(new ZipEntry(entry.getName()));
        written.write(kept.getBytes(StandardCharsets.UTF_8));
        written.closeEntry();
      }
    }
    return out.toByteArray();
  }

  @Test
  @Requirement("R47.1")
  void theCommandFindsItWholeAndItsFiguresThoseOfTheReceipts() throws Exception {
    var found = Verify.of(bundle(CITY.code() + "/"));
    assertEquals(List.of(), found.wrong());
    assertEquals(KEY.publicKey(), found.key());
    assertEquals(4, found.identity().get("planned"));
    assertEquals(2, found.identity().get("FINISHED"));
    assertEquals(1, found.identity().get("FAILED"));
    assertEquals(1, found.identity().get("UNKNOWN"));
    assertEquals(6, found.links());
  }

  @Test
  @Requirement("R47.1")
  void whateverWasChangedIsFound() throws Exception {
    var whole = bundle(CITY.code() + "/");
    for (var change :
        List.<byte[]>of(
            changed(whole, "speakers.csv", text -> text.replace("UNKNOWN", "FINISHED")),
            changed(whole, "receipts.csv", text -> text.replace("FAILED", "FINISHED")),
            changed(whole, "proof.json", text -> text.replace("\"FAILED\":1", "\"FAILED\":0")))) {
      assertFalse(Verify.of(change).wrong().isEmpty());
    }
    assertTrue(
        Verify.of(changed(whole, "receipts.csv", text -> text.replace("\"9000\"", "\"9001\"")))
            .wrong()
            .stream()
            .anyMatch(one -> one.startsWith("chain")));
  }

  @Test
  @Requirement("R47.1")
  void nobodyTakesAlongWhatConcernsOthers() {
    assertThrows(NotFound.class, () -> bundle("110000000000/"));
  }
}
