package firstline.publicity.published;

import firstline.persistence.database.Sql;
import firstline.persistence.file.OpenFile;
import firstline.persistence.file.OpenedFile;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Gives the file of a version that is out, and keeps that it was taken. */
@ApplicationScoped
public class TakeAway {
  @Inject private Sql sql;
  @Inject private OpenFile openFile;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected TakeAway() {}

  /** For tests without a server. */
  TakeAway(Sql sql, OpenFile openFile, Desk desk, Clock clock) {
    this.sql = sql;
    this.openFile = openFile;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * The file.
   *
   * @throws NotFound if the version is not out today, or has none
   */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R65.2")
  public OpenedFile open(UUID version) {
    return openFile.openPublic(
        sql.one(
            """
            select sha256 from material_version
            where id = ? and state = 'PUBLISHED' and sha256 is not null
              and coalesce(valid_until >= ?, true)
            """,
            row -> row.text(1),
            version,
            today()));
  }

  /** Counts it: a citizen by the day alone, an officer by id. */
  @Allows(right = Rights.EVERYONE, ownRecord = true)
  @Requirement("R65.6")
  public void taken(UUID version) {
    var officer = desk.signedIn();
    if (officer.isPresent()) {
      sql.update(
          """
          insert into download_by_officer (version_id, officer_id, first_at, last_at, times)
          values (?, ?, ?, ?, 1)
          on conflict (version_id, officer_id) do update
            set last_at = excluded.last_at, times = download_by_officer.times + 1
          """,
          version,
          officer.get().id(),
          clock.instant(),
          clock.instant());
    } else {
      sql.update(
          """
          insert into download_count (version_id, day, times) values (?, ?, 1)
          on conflict (version_id, day) do update set times = download_count.times + 1
          """,
          version,
          today());
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
  }
}
