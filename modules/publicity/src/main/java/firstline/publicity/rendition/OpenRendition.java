package firstline.publicity.rendition;

import static firstline.publicity.PublicityRights.READ;

import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.file.FileStore;
import firstline.persistence.file.OpenedFile;
import firstline.persistence.file.StoredFile;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Opens renditions by their hash. */
@ApplicationScoped
public class OpenRendition {
  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;
  @Inject private FileStore store;

  @SuppressWarnings("NullAway.Init")
  protected OpenRendition() {}

  /** For tests without a server. */
  OpenRendition(Sql sql, Desk desk, Clock clock, FileStore store) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
    this.store = store;
  }

  /** One of what is out today; empty if it is of nothing that is. */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R69.5")
  public Optional<OpenedFile> open(String sha256) {
    return sql.first(
            """
            select f.id, f.sha256, f.bytes, f.media_type, f.name, f.area_code
            from rendition r join stored_file f on f.id = r.file_id
            where r.sha256 = ? and (exists (
                select 1 from material_version v where v.sha256 = r.source
                  and v.state = 'PUBLISHED' and coalesce(v.valid_until >= ?, true))
              or exists (
                select 1 from cover c join material_version v on v.id = c.version_id
                where c.sha256 = r.source
                  and v.state = 'PUBLISHED' and coalesce(v.valid_until >= ?, true)))
            limit 1
            """,
            OpenRendition::file,
            sha256,
            today(),
            today())
        .map(file -> new OpenedFile(file, store.path(file.sha256())));
  }

  /** True if it is of something that was out once. */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R65.8")
  public boolean wasOut(String sha256) {
    return sql.first(
            """
            select 1 from rendition r where r.sha256 = ? and exists (
              select 1 from material_version v left join cover c on c.version_id = v.id
              where (v.sha256 = r.source or c.sha256 = r.source) and v.published_at is not null)
            limit 1
            """,
            row -> row.integer(1),
            sha256)
        .isPresent();
  }

  /**
   * One of what the officer may see, or brought.
   *
   * @throws NotFound if there is none
   */
  @Allows(right = READ, reads = true)
  @Requirement("R69.5")
  public OpenedFile openForOfficer(String sha256) {
    var file =
        sql.one(
            """
            select f.id, f.sha256, f.bytes, f.media_type, f.name, f.area_code
            from rendition r join stored_file f on f.id = r.file_id
            where r.sha256 = ? and (exists (
                select 1 from material_version v join area a on a.code = v.area_code
                  left join cover c on c.version_id = v.id
                where (v.sha256 = r.source or c.sha256 = r.source)
                  and (a.path like any (?) or v.published_at is not null))
              or exists (
                select 1 from upload u where u.sha256 = r.source and u.officer_id = ?))
            limit 1
            """,
            OpenRendition::file,
            sha256,
            desk.scope().patterns(),
            desk.officer().id());
    return new OpenedFile(file, store.path(file.sha256()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
  }

  private static StoredFile file(Row row) throws SQLException {
    return new StoredFile(
        row.id(1),
        row.text(2),
        row.number(3),
        row.text(4),
        row.text(5),
        null,
        null,
        row.text(6),
        false);
  }
}
