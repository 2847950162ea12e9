package firstline.publicity.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.numbering.Numbering;
import firstline.persistence.program.Program;
import firstline.persistence.requirement.Requirement;
import firstline.publicity.material.Content;
import firstline.publicity.material.Kind;
import firstline.publicity.material.Source;
import firstline.publicity.material.Variant;
import firstline.testkit.clock.MutableClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sample shows, and the rows it leaves. */
class TheCatalogueTest {
  private static final String CITY = "974100000000";
  private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
  private static final UUID FLOOD = UUID.fromString("00000000-0000-7000-8000-000000002003");

  private final Sql sql = TestDatabase.keptOwner();

  @Test
  void theSameDrawingGivesTheSameBytesAndMovesInEightFrames() throws IOException {
    for (var sign = 0; sign < 10; sign++) {
      var drawing = new Drawing(sign, sign % 6);
      assertArrayEquals(drawing.picture(90, 127), new Drawing(sign, sign % 6).picture(90, 127));
      var reader = ImageIO.getImageReadersByFormatName("gif").next();
      reader.setInput(
          ImageIO.createImageInputStream(new ByteArrayInputStream(drawing.moving(80, 45))));
      assertEquals(8, reader.getNumImages(true));
    }
  }

  @Test
  @Requirement("R74.2")
  void aFilmPlaysInABrowserAndHasItsSound(@TempDir Path folder) throws IOException {
    var studio = new Studio("ffmpeg");
    assertTrue(studio.isOpen(), "./firstline test installs ffmpeg");
    assertEquals(
        List.of("h264,320,180", "aac", "6.0"), told(folder, studio.film(new Drawing(2, 1))));
    assertThrows(UncheckedIOException.class, () -> new Studio("false").film(new Drawing(2, 1)));
    assertFalse(new Studio("no-such-program").isOpen());
  }

  /** What ffprobe says of the streams and of the length to a tenth of a second. */
  private static List<String> told(Path folder, byte[] film) throws IOException {
    var file = Files.write(folder.resolve("film.mp4"), film);
    var lines = new ArrayList<String>();
    Program.run(
        List.of(
            "ffprobe",
            "-v",
            "error",
            "-show_entries",
            "stream=codec_name,width,height:format=duration",
            "-of",
            "csv=p=0",
            file.toString()),
        folder,
        Duration.ofSeconds(20),
        line -> lines.add(line.replaceFirst("^([0-9]+[.][0-9])[0-9]+$", "$1")));
    return lines;
  }

  @Test
  @Requirement("R74.1")
  void leavesAReviewOfExactlyWhatIsOut() {
    sql.update(
        "insert into area (code, parent, level, name, path) values (?, null, 'CITY', '品市', ?)",
        CITY,
        CITY + "/");
    var department = UUID.randomUUID();
    sql.update(
        "insert into department (id, version, code, name, area_code) values (?, 1, 'C974', '宣传', ?)",
        department,
        CITY);
    var write = new WriteCatalogue(sql, new Numbering(sql, MutableClock.at(NOW)));
    var people =
        new WriteCatalogue.People(
            person("a974", department), person("b974", department), person("c974", department));
    var entries = new ArrayList<Entry>();
    for (var i = 0; i < 300; i++) {
      var content = new Content("标语" + i, "", "", "词" + i, null, Source.FREE, "", null, null);
      entries.add(new Entry(CITY, Kind.SLOGAN, FLOOD, new Variant("zh", "", "", ""), content, NOW));
    }
    assertEquals(300, write.write(entries, people));
    var sound =
        sql.one(
            """
            select count(*) from material m join material_version v on v.material_id = m.id
              join review r on r.subject_id = v.id and r.hash = v.hash and r.state = 'APPROVED'
              join review_decision d on d.review_id = r.id and not d.reviewer = any (r.authors)
            where m.area_code = ? and m.published_at = v.published_at
              and (select count(*) from material_step s where s.version_id = v.id) = 4
            """,
            row -> row.number(1),
            CITY);
    assertEquals(300, sound);
    assertTrue(
        sql.one("select max(number) from material where area_code = ?", row -> row.text(1), CITY)
            .matches("M-2026-[0-9]{4,}"));
    takeAway();
  }

  /** What is public is everybody's: other tests would find it. */
  private void takeAway() {
    sql.update(
        """
        with gone as (select id from material_version where area_code = ?),
          steps as (delete from material_step where version_id in (select id from gone))
        delete from review_decision where review_id in
          (select id from review where subject_id in (select id from gone))
        """,
        CITY);
    sql.update("delete from review where area_code = ?", CITY);
    sql.update("delete from material_version where area_code = ?", CITY);
    sql.update(
        "delete from variant where material_id in (select id from material where area_code = ?)",
        CITY);
    sql.update(
        """
        delete from material_change
        where material_id in (select id from material where area_code = ?)
        """,
        CITY);
    sql.update("delete from material where area_code = ?", CITY);
  }

  private WriteCatalogue.Person person(String name, UUID department) {
    var id = UUID.randomUUID();
    sql.update(
        """
        insert into officer (id, version, username, name, department_id, area_code, created_at)
        values (?, 1, ?, '王敏', ?, ?, now())
        """,
        id,
        name,
        department,
        CITY);
    return new WriteCatalogue(sql, new Numbering(sql, MutableClock.at(NOW))).person(name);
  }
}
