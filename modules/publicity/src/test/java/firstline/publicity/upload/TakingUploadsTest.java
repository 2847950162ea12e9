package firstline.publicity.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.file.FileStore;
import firstline.persistence.file.KeepFile;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.publicity.FilesOffice;
import firstline.publicity.PublicityRights;
import firstline.publicity.SamplePictures;
import firstline.publicity.inspect.Intake;
import firstline.publicity.likeness.Likenesses;
import firstline.publicity.material.Kind;
import firstline.publicity.material.TakeFile;
import firstline.testkit.clock.MutableClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that came, in the real database and on the disk. */
class TakingUploadsTest {
  private static final Sql SQL = TestDatabase.keptOwner();

  private static final byte[] SVG =
      "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8);

  private final MutableClock clock = MutableClock.at("2026-11-26T01:30:00Z");

  @TempDir private Path folder;

  private Intake intake() {
    return new Intake(folder, "");
  }

  private TakeUpload takeUpload(Desk desk) {
    return new TakeUpload(
        new TakeFile(
            new KeepFile(SQL, desk, clock, new FileStore(folder.resolve("files"))),
            intake(),
            SQL,
            desk),
        new Likenesses(SQL, desk, clock),
        SQL,
        desk,
        clock);
  }

  private UUID take(FilesOffice office, Desk desk, String transfer, String name, byte[] bytes)
      throws IOException {
    var file = Files.write(Files.createTempFile(folder, "", ""), bytes);
    var origin = new TakeUpload.Origin(transfer, "森林防火", name);
    try (var prepared = intake().prepare(file, name)) {
      return takeUpload(desk)
          .take(
              new TakeUpload.Command(
                  origin,
                  office.code(),
                  prepared,
                  Likenesses.fingerprint(prepared.content(), prepared.mediaType()).orElse(null)));
    } catch (Refusal refusal) {
      return takeUpload(desk).refuse(new TakeUpload.Refused(origin, office.code(), refusal));
    }
  }

  @Test
  @Requirement({"R67.6", "R67.7", "R67.8"})
  void whatIsRefusedHoldsBackNothingAndOnlyItsOfficerSeesIt() throws IOException {
    var office = FilesOffice.found(SQL, "967101");
    var desk = office.desk(PublicityRights.DRAFT);
    var queries = new UploadQueries(SQL, desk);
    var poster = SamplePictures.packed(SamplePictures.poster(41, 300, 200), "png");
    var first = take(office, desk, "t-967101-1", "../../\u202e海报_防火.png", poster);
    take(office, desk, "t-967101-2", "x".repeat(300) + ".svg", SVG);
    var banner = SamplePictures.packed(SamplePictures.poster(42, 600, 100), "png");
    take(office, desk, "t-967101-3", "二.png", banner);
    assertEquals(first, take(office, desk, "t-967101-1", "海报.png", poster), "told twice");

    var waiting = queries.waiting(null);
    assertEquals(2, waiting.size());
    assertEquals("海报_防火.png", waiting.get(0).name());
    assertEquals("海报 防火", waiting.get(0).title());
    assertEquals(Kind.POSTER.name(), waiting.get(0).kind());
    assertEquals(Kind.BANNER.name(), waiting.get(1).kind());
    var refused = queries.refused();
    assertEquals(1, refused.size());
    var refusal = refused.get(0).refusal();
    assertEquals("upload.svg", refusal == null ? "" : refusal.code());
    assertTrue(refused.get(0).name().length() <= 300);
    assertEquals(new UploadQueries.Counts(2, 0, 1), queries.counts());
    var other = new UploadQueries(SQL, office.desk(PublicityRights.DRAFT));
    assertEquals(0, other.waiting(null).size());
    assertThrows(NotFound.class, () -> other.one(first));
  }

  @Test
  @Requirement({"R68.1", "R68.3"})
  void whatLooksLikeMaterialThatThereIsAsksForADecision() throws IOException {
    var office = FilesOffice.found(SQL, "967102");
    var desk = office.desk(PublicityRights.DRAFT);
    var queries = new UploadQueries(SQL, desk);
    var picture = SamplePictures.photograph(77, 640, 480);
    var there =
        queries.one(take(office, desk, "t-967102-1", "原图.jpg", SamplePictures.jpeg(picture, 0.9)));
    assertEquals("TAKEN", there.state());
    var version = office.version("M-967102-1", "防火海报", required(there.file()), "PUBLISHED");

    var again =
        queries.one(take(office, desk, "t-967102-2", "再来.jpg", SamplePictures.jpeg(picture, 0.5)));
    assertEquals("ASKED", again.state());
    var likes = new Likenesses(SQL, desk, clock).of(again.sha256());
    assertEquals(1, likes.size());
    assertEquals(version, likes.get(0).version());
    assertTrue(!likes.get(0).same());
    var same =
        queries.one(take(office, desk, "t-967102-3", "原图.jpg", SamplePictures.jpeg(picture, 0.9)));
    assertEquals("ASKED", same.state());
    assertTrue(new Likenesses(SQL, desk, clock).of(same.sha256()).get(0).same());
    var other =
        take(
            office,
            desk,
            "t-967102-4",
            "别的.jpg",
            SamplePictures.jpeg(SamplePictures.poster(78, 640, 480), 0.9));
    assertEquals("TAKEN", queries.one(other).state());
  }

  @Test
  @Requirement("R67.2")
  void thePublicCopyIsKeptBesideTheFileAsItCame() throws IOException {
    var office = FilesOffice.found(SQL, "967103");
    var desk = office.desk(PublicityRights.DRAFT);
    var line =
        new UploadQueries(SQL, desk)
            .one(
                take(
                    office,
                    desk,
                    "t-967103-1",
                    "照片.jpg",
                    withRemark(SamplePictures.jpeg(SamplePictures.photograph(79, 64, 48), 0.9))));
    var original =
        SQL.one(
            """
            select f.sha256 from file_as_it_came c join stored_file f on f.id = c.original_id
            where c.file_id = ?
            """,
            row -> row.text(1),
            line.file());
    var store = new FileStore(folder.resolve("files"));
    assertTrue(Files.size(store.path(original)) > Files.size(store.path(line.sha256())));
    assertNull(line.refusal());
  }

  private static byte[] withRemark(byte[] jpeg) {
    return ByteBuffer.allocate(jpeg.length + 8)
        .put(jpeg, 0, 2)
        .put(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 6, 'N', 'a', 'm', 'e'})
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  private static UUID required(@Nullable UUID id) {
    return Objects.requireNonNull(id);
  }
}
