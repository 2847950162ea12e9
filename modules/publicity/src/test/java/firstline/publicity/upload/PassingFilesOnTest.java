package firstline.publicity.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.openwork.OpenWorkContribution.Item;
import firstline.persistence.openwork.OpenWorkContribution.Successor;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.publicity.FilesOffice;
import firstline.publicity.PublicityRights;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PassingFilesOnTest {
  private static final Sql SQL = TestDatabase.keptOwner();

  @Test
  @Requirement("R122.3")
  void theFilesOfAFolderPassTogetherAndNoOthers() {
    var office = FilesOffice.found(SQL, "967191");
    var one = office.desk(PublicityRights.DRAFT);
    var other = office.desk(PublicityRights.DRAFT);
    upload(office, one, "森林防火", "一.png", "TAKEN");
    upload(office, one, "森林防火", "二.png", "ASKED");
    upload(office, one, "森林防火", "三.png", "DRAFTED");
    upload(office, one, "", "四.png", "TAKEN");
    var open = new OpenUploads(SQL);
    var items = open.open(one.officer().id());
    assertEquals(List.of("森林防火 × 2", "四.png × 1"), items.stream().map(this::said).toList());
    open.pass(items.get(0), one.officer().id(), successor(other), "李 → 周 · 病休");
    assertEquals(items.subList(1, 2), open.open(one.officer().id()));
    assertEquals(items.subList(0, 1), open.open(other.officer().id()));
    assertEquals(
        List.of("一.png 李 → 周 · 病休", "二.png 李 → 周 · 病休"),
        new UploadQueries(SQL, other)
            .waiting(null).stream().map(line -> line.name() + " " + line.passedOn()).toList());
    assertThrows(
        Conflict.class,
        () -> open.pass(items.get(0), one.officer().id(), successor(other), "again"));
  }

  private String said(Item item) {
    return item.number() + " " + item.title();
  }

  private static Successor successor(Desk desk) {
    return new Successor(desk.officer().id(), "周", desk.officer().departmentId(), "宣传");
  }

  private static int uploads;

  private static void upload(
      FilesOffice office, Desk desk, String folder, String name, String state) {
    // Ids that rise: the first of a folder stands for all of it.
    var id = new UUID(0x0196719100007000L, 0x8000_0000_0000_0000L + ++uploads);
    SQL.update(
        """
        insert into stored_file (id, sha256, bytes, media_type, name, area_code, created_at)
        values (?, lpad(?, 64, '0'), 1, 'image/png', ?, ?, now())
        """,
        id,
        "967191" + uploads,
        name,
        office.code());
    SQL.update(
        """
        insert into upload (id, transfer, officer_id, area_code, folder, name, state, file_id,
          sha256, media_type, bytes, kind, at)
        select ?, ?, ?, ?, ?, ?, ?, id, sha256, media_type, 1, 'POSTER', now()
        from stored_file where id = ?
        """,
        id,
        "passing-" + id,
        desk.officer().id(),
        office.code(),
        folder,
        name,
        state,
        id);
  }
}
