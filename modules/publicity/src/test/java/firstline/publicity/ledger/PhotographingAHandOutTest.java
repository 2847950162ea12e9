package firstline.publicity.ledger;

import static firstline.publicity.PublicityRights.STOCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.file.FileStore;
import firstline.persistence.file.KeepFile;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.publicity.SamplePictures;
import firstline.publicity.inspect.Intake;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The picture of a movement, whatever a phone or a program sends in its place. */
class PhotographingAHandOutTest {
  private static final Sql SQL = TestDatabase.keptOwner();
  private static final String PLACE = "GPS-28.7513-104.6417-Zhang-San";

  @TempDir private Path folder;

  private FileStore store() {
    return new FileStore(folder.resolve("files"));
  }

  private void keep(Desk desk, UUID movement, byte[] bytes) {
    TestDatabase.inTransaction(
        sql -> {
          new MovementPhotos(
                  new KeepFile(sql, desk, Clock.systemUTC(), store()),
                  new Intake(folder, ""),
                  sql,
                  desk,
                  Clock.systemUTC())
              .keep(new MovementPhotos.Command(movement, new ByteArrayInputStream(bytes)));
          return movement;
        });
  }

  private static byte[] jpeg(int width, int height) throws IOException {
    return SamplePictures.jpeg(SamplePictures.poster(61, width, height), 0.8);
  }

  /** With what a camera writes into it. */
  private static byte[] placed(byte[] jpeg) {
    var exif = ("Exif\0\0" + PLACE).getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(jpeg.length + 4 + exif.length)
        .put(jpeg, 0, 2)
        .putShort((short) 0xFFE1)
        .putShort((short) (exif.length + 2))
        .put(exif)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  private static List<String> hashes(UUID movement) {
    return SQL.list(
        """
        select f.sha256 from movement_photo p join stored_file f on f.id = p.file_id
        where p.movement_id = ?
        """,
        row -> row.text(1),
        movement);
  }

  @Test
  @Requirement("R61.11")
  void itIsKeptOnceAndBareAndOnlyForItsOwnMovement() throws IOException {
    var town = Town.found(SQL, "967611", "LEAFLET", "PUBLISHED");
    var batch = town.batch(100);
    var desk = town.desk(STOCK, town.county() + "/");
    // A file says who brought it.
    SQL.update(
        """
        insert into officer (id, version, username, name, department_id, area_code, created_at)
        values (?, 1, ?, '吕春燕', ?, ?, now())
        """,
        desk.officer().id(),
        desk.officer().id().toString(),
        town.department(),
        town.county());
    var movement = Town.of(Movement.Kind.HAND_OUT, batch, town.county(), "", null, 10);
    assertThrows(NotFound.class, () -> keep(desk, movement.id(), jpeg(400, 300)));
    TestDatabase.inTransaction(sql -> new MoveCopies(sql, desk, Clock.systemUTC()).move(movement));

    assertRefused("file.too-many-pixels", desk, movement.id(), jpeg(1700, 1600));
    assertRefused("file.empty", desk, movement.id(), new byte[0]);
    assertRefused("file.too-large", desk, movement.id(), new byte[(2 << 20) + 1]);
    assertRefused(
        "upload.named", desk, movement.id(), "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII));
    assertEquals(0, hashes(movement.id()).size());

    keep(desk, movement.id(), placed(jpeg(1600, 1200)));
    var kept = hashes(movement.id());
    keep(desk, movement.id(), jpeg(300, 200));
    assertEquals(kept, hashes(movement.id()), "brought again, the first one stays");
    var bytes = Files.readString(store().path(kept.get(0)), StandardCharsets.ISO_8859_1);
    assertFalse(bytes.contains(PLACE));
    assertEquals(
        1,
        SQL.list(
                "select 1 from stored_file where name = ?",
                row -> row.integer(1),
                movement.id() + ".jpg")
            .size(),
        "the picture as it came is kept nowhere");

    var other = town.desk(STOCK, town.county() + "/");
    assertThrows(NotFound.class, () -> keep(other, movement.id(), jpeg(300, 200)));
  }

  private void assertRefused(String code, Desk desk, UUID movement, byte[] bytes) {
    var refusal = assertThrows(Refusal.class, () -> keep(desk, movement, bytes));
    assertEquals(code, refusal.code());
  }
}
