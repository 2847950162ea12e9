package firstline.broadcast.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.TestCity;
import firstline.broadcast.TestDesk;
import firstline.broadcast.media.KeepMedia.Made;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.file.FileStore;
import firstline.persistence.file.KeepFile;
import firstline.persistence.job.Progress;
import firstline.persistence.page.Cursor;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.testkit.clock.MutableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sounds in the real database and on the disk; every test has a city of its own. */
class KeepingSoundsTest {
  private static final Sql SQL = TestDatabase.keptOwner();

  private final MutableClock clock = MutableClock.at("2026-11-25T01:30:00Z");

  @TempDir private Path folder;

  private Desk desk(TestCity city) {
    return TestDesk.running(TestDesk.known(city, BroadcastRights.DRAFT), BroadcastRights.DRAFT);
  }

  private MediaQueries queries(Desk desk) {
    return new MediaQueries(SQL, desk, new FileStore(folder));
  }

  private String keep(TestCity city, Desk desk, double hertz) throws IOException {
    var work = Files.createTempDirectory(folder, "");
    var input = SampleSounds.wav(work.resolve("in.wav"), 2, SampleSounds.tone(hertz, 0.4));
    var prepared =
        new Studio("ffmpeg", "ffprobe", Studio.LONGEST)
            .prepare(input, "防火.wav", work, Progress.unseen());
    return new KeepMedia(SQL, new KeepFile(SQL, desk, clock, new FileStore(folder)), desk, clock)
        .keep(
            new KeepMedia.Command(
                prepared, new KeepMedia.Origin(Made.UPLOAD, "防火.wav", "", "", ""), city.code()));
  }

  private static void play(UUID schedule, String sha256) {
    SQL.update(
        """
        insert into item_media (item_id, position, media_id)
        select s.item_id, 1, m.id from schedule s, media m where s.id = ? and m.sha256 = ?
        """,
        schedule,
        sha256);
  }

  @Test
  @Requirement({"R38.2", "R38.3"})
  void aSoundIsKeptOnceUnderTheHashOfWhatSpeakersFetch() throws IOException {
    var city = TestCity.found(SQL, "957101");
    var desk = desk(city);
    var hash = keep(city, desk, 440);
    assertEquals(hash, keep(city, desk, 440));
    var lines = queries(desk).list(Cursor.read("", "")).rows();
    assertEquals(1, lines.size());
    var line = lines.get(0);
    assertEquals(hash, line.sha256());
    assertEquals(-16, line.loudness(), 1);
    assertEquals("防火.wav", line.name());
    assertEquals("王敏", line.officerName());
    assertEquals("pcm_s16le", line.codec());
    assertEquals("0:02", line.clock());
    var opened = queries(desk).listen(hash, false);
    assertEquals(line.bytes(), Files.size(opened.content()));
    assertEquals("audio/mpeg", opened.file().mediaType());
    assertEquals("audio/ogg", queries(desk).listen(hash, true).file().mediaType());
  }

  @Test
  @Requirement("R38.5")
  void onlyWhatSomethingApprovedPlaysIsGivenToAnybody() throws IOException {
    var city = TestCity.found(SQL, "957102");
    var desk = desk(city);
    var hash = keep(city, desk, 550);
    var queries = queries(desk);
    assertThrows(NotFound.class, () -> queries.approved(hash));
    var schedule =
        city.schedule(
            city.code(), "ROUTINE", 0, "2026-11-25T18:30:00", "FREQ=DAILY", clock.instant());
    play(schedule, hash);
    SQL.update("update schedule set state = 'REVIEW' where id = ?", schedule);
    assertThrows(NotFound.class, () -> queries.approved(hash));
    SQL.update("update schedule set state = 'APPROVED' where id = ?", schedule);
    assertArrayEquals(
        Files.readAllBytes(queries.listen(hash, false).content()),
        Files.readAllBytes(queries.approved(hash).content()));
    city.withdraw(schedule, clock.instant());
    assertThrows(NotFound.class, () -> queries.approved(hash));
  }

  @Test
  @Requirement("R38.5")
  void anOfficerElsewhereDoesNotHearWhatIsNotApproved() throws IOException {
    var city = TestCity.found(SQL, "957103");
    var hash = keep(city, desk(city), 660);
    var elsewhere = queries(desk(TestCity.found(SQL, "957104")));
    assertThrows(NotFound.class, () -> elsewhere.listen(hash, false));
    assertEquals(List.of(), elsewhere.of(List.of(hash)));
    assertEquals(List.of(), elsewhere.sounds(List.of(hash)));
  }
}
