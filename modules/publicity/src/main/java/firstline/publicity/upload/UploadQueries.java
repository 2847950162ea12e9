package firstline.publicity.upload;

import static firstline.publicity.PublicityRights.DRAFT;

import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The officer's own files that wait to become material. */
@ApplicationScoped
@Requirement("R67.7")
public class UploadQueries {
  static final int SIZE = 50;

  /**
   * One of them.
   *
   * @param sha256 empty for one that was refused
   * @param title as it is guessed
   * @param refusal why it was not taken in, or null
   * @param link for what a link was made by which somebody outside left it; empty for the officer's
   *     own
   * @param passedOn how it came from another officer; empty for the officer's own
   */
  public record Line(
      UUID id,
      String state,
      String folder,
      String name,
      @Nullable UUID file,
      String sha256,
      String mediaType,
      long bytes,
      String kind,
      String title,
      String area,
      @Nullable Refusal refusal,
      String link,
      String passedOn) {}

  /** What somebody outside is told of their file: TAKEN, or REFUSED and why. */
  public record Left(String state, String name, @Nullable Refusal refusal) {}

  /** How many there are of each. */
  public record Counts(long waiting, long asked, long refused) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected UploadQueries() {}

  /** For tests without a server. */
  UploadQueries(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** Those that wait, in the order in which they came, behind one of them. */
  @Allows(right = DRAFT, reads = true)
  public List<Line> waiting(@Nullable UUID after) {
    return sql.list(
        """
        select id, state, folder, name, file_id, coalesce(sha256, ''), coalesce(media_type, ''),
          bytes, coalesce(kind, ''), area_code, refusal, arguments,
          coalesce((select note from upload_link l where l.id = link_id), ''), passed_on
        from upload where officer_id = ? and state in ('TAKEN', 'ASKED')
          and (?::uuid is null or id > ?::uuid)
        order by id limit ?
        """,
        UploadQueries::line,
        desk.officer().id(),
        after,
        after,
        SIZE + 1);
  }

  /** The last that were not taken in, the newest first. */
  @Allows(right = DRAFT, reads = true)
  public List<Line> refused() {
    return sql.list(
        """
        select id, state, folder, name, file_id, coalesce(sha256, ''), coalesce(media_type, ''),
          bytes, coalesce(kind, ''), area_code, refusal, arguments,
          coalesce((select note from upload_link l where l.id = link_id), ''), passed_on
        from upload where officer_id = ? and state = 'REFUSED' order by id desc limit 200
        """,
        UploadQueries::line,
        desk.officer().id());
  }

  /** All of one state, by id: for what is done to all of them. */
  @Allows(right = DRAFT, reads = true)
  public List<Line> taken() {
    return sql.list(
        """
        select id, state, folder, name, file_id, coalesce(sha256, ''), coalesce(media_type, ''),
          bytes, coalesce(kind, ''), area_code, refusal, arguments,
          coalesce((select note from upload_link l where l.id = link_id), ''), passed_on
        from upload where officer_id = ? and state = 'TAKEN' order by id limit 20000
        """,
        UploadQueries::line,
        desk.officer().id());
  }

  @Allows(right = DRAFT, reads = true)
  public Counts counts() {
    return sql.one(
        """
        select count(*) filter (where state <> 'REFUSED'), count(*) filter (where state = 'ASKED'),
          count(*) filter (where state = 'REFUSED')
        from upload where officer_id = ? and state in ('TAKEN', 'ASKED', 'REFUSED')
        """,
        row -> new Counts(row.number(1), row.number(2), row.number(3)),
        desk.officer().id());
  }

  /**
   * One of the officer's own.
   *
   * @throws NotFound if there is none
   */
  @Allows(right = DRAFT, reads = true)
  public Line one(UUID id) {
    return sql.one(
        """
        select id, state, folder, name, file_id, coalesce(sha256, ''), coalesce(media_type, ''),
          bytes, coalesce(kind, ''), area_code, refusal, arguments,
          coalesce((select note from upload_link l where l.id = link_id), ''), passed_on
        from upload where id = ? and officer_id = ?
        """,
        UploadQueries::line,
        id,
        desk.officer().id());
  }

  /** What became of a transfer; empty as long as it is under way. */
  @Allows(right = DRAFT, reads = true)
  public Optional<UUID> of(String transfer) {
    return sql.first(
        "select id from upload where transfer = ? and officer_id = ?",
        row -> row.id(1),
        transfer,
        desk.officer().id());
  }

  /** What became of a transfer by a link; empty as long as it is under way. */
  @Allows(right = Rights.EVERYONE, reads = true)
  @Requirement("R66.3")
  public Optional<Left> left(String transfer, UUID link) {
    return sql.first(
        """
        select state, name, refusal, arguments from upload where transfer = ? and link_id = ?
        """,
        row -> {
          var code = row.text(3);
          return new Left(
              row.text(1).equals("REFUSED") ? "REFUSED" : "TAKEN",
              row.text(2),
              code.isEmpty() ? null : new Refusal(code, row.texts(4).toArray()));
        },
        transfer,
        link);
  }

  /** Versions on which the officer decided for this file. */
  @Allows(right = DRAFT, reads = true)
  public List<UUID> decided(UUID upload) {
    return sql.list(
        """
        select d.version_id from likeness_decision d join upload u on u.id = d.upload_id
        where d.upload_id = ? and u.officer_id = ?
        """,
        row -> row.id(1),
        upload,
        desk.officer().id());
  }

  private static Line line(Row row) throws SQLException {
    var name = row.text(4);
    var type = row.text(7);
    var code = row.text(11);
    return new Line(
        row.id(1),
        row.text(2),
        row.text(3),
        name,
        row.idOrNull(5),
        row.text(6),
        type,
        row.number(8),
        row.text(9),
        Guess.of(name, type.isEmpty() ? "text/plain" : type, 0, 0).title(),
        row.text(10),
        code.isEmpty() ? null : new Refusal(code, row.texts(12).toArray()),
        row.text(13),
        row.text(14));
  }
}
