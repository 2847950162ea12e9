package firstline.rumour.rebuttal;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Words on passages of a version. They are talk about the text and no part of it. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Comments {
  /**
   * One of them.
   *
   * @param quote the passage; empty for the whole field
   * @param occurrence which of the equal passages of the field, counted from 1
   */
  public record Comment(
      UUID id,
      Field field,
      String quote,
      int occurrence,
      String text,
      Instant at,
      String officerName,
      String departmentName,
      @Nullable Instant resolvedAt,
      @Nullable String resolverName) {
    public boolean isOpen() {
      return resolvedAt == null;
    }
  }

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected Comments() {}

  Comments(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** Those on the version, in their order. */
  List<Comment> on(UUID rebuttal, int ordinal) {
    return sql.list(
        """
        select id, field, quote, occurrence, text, at, officer_name, department_name, resolved_at,
          resolver_name
        from version_comment where rebuttal_id = ? and ordinal = ? order by at, id
        """,
        row ->
            new Comment(
                row.id(1),
                Field.valueOf(row.text(2)),
                row.text(3),
                row.integer(4),
                row.text(5),
                row.instant(6),
                row.text(7),
                row.text(8),
                row.instantOrNull(9),
                row.textOrNull(10)),
        rebuttal,
        ordinal);
  }

  /** The officer at the desk says something on a passage. */
  UUID add(UUID rebuttal, int ordinal, Field field, String quote, int occurrence, String text) {
    var id = Ids.next();
    var officer = desk.officer();
    sql.update(
        """
        insert into version_comment (id, rebuttal_id, ordinal, field, quote, occurrence, text, at,
          officer_id, officer_name, department_name) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        rebuttal,
        ordinal,
        field.name(),
        quote,
        occurrence,
        text,
        clock.instant(),
        officer.id(),
        officer.name(),
        officer.departmentName());
    return id;
  }

  /**
   * The officer at the desk has done what it asks for.
   *
   * @throws NotFound if the rebuttal has no such comment
   * @throws Refusal {@code comment.resolved} if somebody was faster
   */
  void resolve(UUID rebuttal, UUID comment) {
    var open =
        sql.one(
            "select resolved_at is null from version_comment where id = ? and rebuttal_id = ?",
            row -> row.flag(1),
            comment,
            rebuttal);
    var changed =
        sql.update(
            """
            update version_comment set resolved_at = ?, resolved_by = ?, resolver_name = ?
            where id = ? and resolved_at is null
            """,
            clock.instant(),
            desk.officer().id(),
            desk.officer().name(),
            comment);
    if (!open || changed == 0) {
      throw new Refusal("comment.resolved");
    }
  }
}
