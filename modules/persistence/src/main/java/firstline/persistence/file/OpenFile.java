package firstline.persistence.file;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Opens kept files: by id within the officer's scope, by hash only what is open to all. */
@ApplicationScoped
public class OpenFile {
  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private FileStore store;

  @SuppressWarnings("NullAway.Init")
  protected OpenFile() {}

  OpenFile(Sql sql, Desk desk, FileStore store) {
    this.sql = sql;
    this.desk = desk;
    this.store = store;
  }

  /**
   * Opens a file whose area the officer may see.
   *
   * @throws NotFound if there is none or it lies outside: a stranger learns no more
   */
  @Allows(right = Rights.FILES, reads = true)
  @Requirement("R16.4")
  public OpenedFile open(UUID id) {
    return opened(id);
  }

  /** The same for another use case, in whose scope the file must lie. */
  @Allows(right = Rights.WITHIN, reads = true)
  public OpenedFile openWithin(UUID id) {
    return opened(id);
  }

  /**
   * Opens what is open to all.
   *
   * @throws NotFound if nothing with this hash is
   */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R16.4")
  public OpenedFile openPublic(String sha256) {
    return with(
        sql.one(
            """
            select id, sha256, bytes, media_type, name, width, height, area_code, is_public
            from stored_file where sha256 = ? and is_public order by id limit 1
            """,
            StoredFile::of,
            sha256));
  }

  private OpenedFile opened(UUID id) {
    return with(
        sql.one(
            """
            select f.id, f.sha256, f.bytes, f.media_type, f.name, f.width, f.height, f.area_code,
              f.is_public
            from stored_file f join area a on a.code = f.area_code
            where f.id = ? and a.path like any (?)
            """,
            StoredFile::of,
            id,
            desk.scope().patterns()));
  }

  private OpenedFile with(StoredFile file) {
    return new OpenedFile(file, store.path(file.sha256()));
  }
}
