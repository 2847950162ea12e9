package firstline.publicity.rendition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.file.FileLimits;
import firstline.persistence.file.FileStore;
import firstline.persistence.file.KeepFile;
import firstline.persistence.program.Program;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.publicity.FilesOffice;
import firstline.publicity.PublicityRights;
import firstline.publicity.SamplePictures;
import firstline.publicity.likeness.Likenesses;
import firstline.publicity.picture.Picture;
import firstline.testkit.clock.MutableClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Renditions of every kind of file, made with the real tools. */
class MakingRenditionsTest {
  private static final Sql SQL = TestDatabase.keptOwner();
  private static final FileLimits ANY =
      FileLimits.of(Set.of("image/png", "image/jpeg", "video/mp4", "application/pdf"), 1 << 20);

  private final MutableClock clock = MutableClock.at("2026-11-26T01:30:00Z");

  @TempDir private Path folder;

  private static Films films() {
    return new Films("ffmpeg", "ffprobe");
  }

  private Path drawn(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-y", "-v", "error"));
    command.addAll(List.of(arguments));
    Program.behind(command, folder, Duration.ofMinutes(1), line -> {});
    return folder.resolve(arguments[arguments.length - 1]);
  }

  private static List<Role> roles(Made made) {
    return made.files().stream().map(Made.One::role).toList();
  }

  @Test
  @Requirement("R69.2")
  void aLargePictureIsReadThinnedOut() throws IOException {
    var file = folder.resolve("large.png");
    Files.write(file, SamplePictures.packed(SamplePictures.photograph(3, 4_000, 1_500), "png"));
    var made = Small.of(file, "image/png", folder);
    assertEquals(List.of(Role.THUMBNAIL, Role.PREVIEW), roles(made));
    assertEquals("LANDSCAPE", made.facts().orientation());
    assertTrue(made.facts().colour().matches("#[0-9a-f]{6}"));
    try (var thumbnail = Picture.open(made.files().get(0).file(), "image/jpeg");
        var preview = Picture.open(made.files().get(1).file(), "image/jpeg");
        var whole = Picture.open(file, "image/png")) {
      assertEquals(320, thumbnail.width());
      assertEquals(120, thumbnail.height());
      assertEquals(1_280, preview.width());
      assertEquals(1_334, whole.read(1_280).getWidth(), "every third pixel");
    }
  }

  @Test
  @Requirement({"R69.1", "R69.3"})
  void pagesAreDrawnByAProcessOfTheirOwn() throws IOException {
    var file = folder.resolve("pages.pdf");
    try (var document = new PDDocument()) {
      for (var i = 0; i < 22; i++) {
        document.addPage(new PDPage());
      }
      document.save(file.toFile());
    }
    var steps = new ArrayList<Integer>();
    var made = Pages.of(file, folder, steps::add);
    assertEquals(22, made.facts().pages());
    assertEquals("PORTRAIT", made.facts().orientation());
    assertEquals(20, roles(made).stream().filter(role -> role == Role.PAGE).count());
    assertEquals(20, steps.get(steps.size() - 1));
    Files.writeString(file, "%PDF-1.7 and nothing else");
    var broken = Files.createDirectory(folder.resolve("broken"));
    assertThrows(IOException.class, () -> Pages.of(file, broken, step -> {}));
  }

  @Test
  @Requirement("R69.1")
  void aFilmHasPosterStoryboardAndAFilmForBrowsers() throws IOException {
    var film =
        drawn(
            "-f",
            "lavfi",
            "-i",
            "testsrc=duration=4:size=640x360:rate=10",
            "-f",
            "lavfi",
            "-i",
            "sine=440:duration=4",
            "-pix_fmt",
            "yuv420p",
            "-shortest",
            "film.mp4");
    var made = films().film(film, folder, step -> {});
    assertEquals(
        List.of(Role.THUMBNAIL, Role.PREVIEW, Role.POSTER, Role.STORYBOARD, Role.WEB), roles(made));
    assertEquals(4, made.facts().seconds());
    assertEquals(640, made.facts().width());
    try (var storyboard = Picture.open(folder.resolve("storyboard.jpg"), "image/jpeg")) {
      assertEquals(960, storyboard.width());
    }
    Files.write(film, new byte[5_000]);
    assertThrows(IOException.class, () -> films().film(film, folder, step -> {}));
  }

  @Test
  @Requirement("R69.1")
  void aSoundHasAWaveform() throws IOException {
    var sound =
        drawn("-f", "lavfi", "-i", "sine=440:duration=3", "-af", "afade=out:d=3", "sound.mp3");
    var made = films().sound(sound, folder, step -> {});
    assertEquals(List.of(Role.WAVEFORM, Role.PEAKS), roles(made));
    var peaks = Files.readAllLines(folder.resolve("peaks.txt"));
    assertEquals(400, peaks.size());
    assertTrue(Integer.parseInt(peaks.get(20)) > Integer.parseInt(peaks.get(380)), "it fades out");
  }

  @Test
  @Requirement({"R69.3", "R69.4"})
  void withoutItsToolsAFilmSaysSoAndAProgramThatHangsIsEnded() throws IOException {
    var workshop = new Workshop(new Films("/none/ffmpeg", "/none/ffprobe"));
    var refusal =
        assertThrows(
            Refusal.class,
            () -> workshop.make(folder.resolve("x"), "video/mp4", folder, step -> {}));
    assertEquals("rendition.tools", refusal.code());
    assertThrows(
        Program.Failed.class,
        () -> Program.behind(List.of("sleep", "60"), folder, Duration.ofMillis(200), line -> {}));
  }

  private KeepFile keepFile(Desk desk) {
    return new KeepFile(SQL, desk, clock, new FileStore(folder.resolve("files")));
  }

  private UUID kept(FilesOffice office, Desk desk, byte[] bytes) throws IOException {
    return keepFile(desk)
        .keep(new KeepFile.Command(new ByteArrayInputStream(bytes), "a", office.code(), ANY))
        .id();
  }

  private RenderFiles worker(Desk desk) {
    return new RenderFiles(
        SQL,
        new FileStore(folder.resolve("files")),
        new KeepRenditions(keepFile(desk), new Likenesses(SQL, desk, clock), SQL, clock),
        clock);
  }

  @Test
  @Requirement({"R69.1", "R69.5", "R69.6"})
  void whatBecomesPartOfAVersionIsQueuedMadeAndShownToWhomItMay() throws IOException {
    var office = FilesOffice.found(SQL, "969101");
    var desk = office.desk(PublicityRights.DRAFT, PublicityRights.READ);
    SQL.update("update rendition_job set state = 'DONE' where state = 'WAITING'");
    var file =
        kept(office, desk, SamplePictures.packed(SamplePictures.poster(91, 200, 500), "png"));
    var version = office.version("M-969101-1", "海报", file, "DRAFT");
    clock.set(SQL.one("select now() + interval '1 second'", row -> row.instant(1)));
    assertEquals("WAITING", new RenditionQueries(SQL, desk).of(version).state());
    assertTrue(worker(desk).render(false, folder));
    assertFalse(worker(desk).render(false, folder), "one job for each content");

    var face = new Cover(SQL).of(List.of(version)).get(version);
    assertEquals("DONE", face == null ? "" : face.state());
    assertEquals("PORTRAIT", face == null ? "" : face.orientation());
    var address = new RenditionQueries(SQL, desk).of(version).address("THUMBNAIL");
    var hash = address.substring(address.lastIndexOf('/') + 1);
    var stranger =
        FilesOffice.found(SQL, "969102").desk(PublicityRights.READ, PublicityRights.DRAFT);
    var store = new FileStore(folder.resolve("files"));
    assertTrue(
        Files.exists(new OpenRendition(SQL, desk, clock, store).openForOfficer(hash).content()));
    var elsewhere = new OpenRendition(SQL, stranger, clock, store);
    assertThrows(NotFound.class, () -> elsewhere.openForOfficer(hash));
    assertTrue(elsewhere.open(hash).isEmpty());
    SQL.update("update material_version set state = 'PUBLISHED' where id = ?", version);
    assertTrue(elsewhere.open(hash).isPresent());
    SQL.update("update material_version set state = 'RECALLED' where id = ?", version);
    assertTrue(elsewhere.open(hash).isEmpty());

    new ChooseCover(SQL, desk).choose(new ChooseCover.Command(version, null, 10, 90));
    var focused = new Cover(SQL).of(List.of(version)).get(version);
    assertEquals("10% 90%", focused == null ? "" : focused.focus());
  }

  @Test
  @Requirement({"R69.1", "R69.3"})
  void twoWorkersNeverGetTheSameAndADeadOnesJobComesBackThreeTimes() {
    SQL.update("update rendition_job set state = 'DONE' where state in ('WAITING', 'RUNNING')");
    var now = clock.instant();
    for (var i = 0; i < 3; i++) {
      SQL.update(
          """
          insert into rendition_job (sha256, media_type, state, next_at, asked_at)
          values (?, ?, 'WAITING', ?, ?)
          """,
          Integer.toString(i).repeat(64),
          i == 0 ? "video/mp4" : "image/png",
          now.plusMillis(i - 10),
          now);
    }
    var one = new Queue(SQL, Ids.next());
    var other = new Queue(SQL, Ids.next());
    assertEquals("image/png", one.claim(now, true).orElseThrow().mediaType(), "no film");
    assertEquals("video/mp4", other.claim(now, false).orElseThrow().mediaType());
    assertEquals("2".repeat(64), one.claim(now, true).orElseThrow().sha256());
    assertTrue(other.claim(now, false).isEmpty());
    for (var attempt = 2; attempt <= Queue.ATTEMPTS; attempt++) {
      now = now.plus(Queue.SILENCE).plusSeconds(1);
      one.beat(now);
      one.rescue(now);
      var again = other.claim(now, false).orElseThrow();
      assertEquals("0".repeat(64), again.sha256());
      assertEquals(attempt, again.attempts());
      assertTrue(other.claim(now, false).isEmpty());
    }
    now = now.plus(Queue.SILENCE).plusSeconds(1);
    one.rescue(now);
    assertEquals(
        "FAILED",
        SQL.one(
            "select state from rendition_job where sha256 = ?",
            row -> row.text(1),
            "0".repeat(64)));
  }
}
