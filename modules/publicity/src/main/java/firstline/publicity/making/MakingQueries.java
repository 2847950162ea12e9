package firstline.publicity.making;

import static firstline.publicity.PublicityRights.READ;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lines that were handed over, and what was made of them. */
@ApplicationScoped
public class MakingQueries {
  /**
   * A line.
   *
   * @param hash of the rebuttal's version whose line it is
   * @param standing false if its rebuttal is withdrawn or says something else by now
   */
  public record Line(
      String number,
      String language,
      String line,
      String hash,
      String areaName,
      Instant heardAt,
      boolean standing,
      List<Made> made) {}

  /**
   * One thing that can be made of it.
   *
   * @param material that was made of exactly this text; null: not yet
   * @param number of it, or of that which says an older text and is to have a next version
   */
  public record Made(Form form, @Nullable UUID material, String number, String state) {}

  private record Found(
      String source,
      String language,
      String kind,
      String size,
      UUID id,
      String number,
      String state,
      boolean exact) {
    Made as(Form form) {
      return exact ? new Made(form, id, number, state) : new Made(form, null, number, "");
    }
  }

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected MakingQueries() {}

  /** For tests without a server. */
  MakingQueries(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** The newest 100 lines of the officer's areas, with all that can be made of each. */
  @Allows(right = READ, reads = true)
  @Requirement("R71.1")
  public List<Line> lines() {
    var found =
        sql.list(
            """
            select v.source_ref, r.language, m.kind, r.size, m.id, m.number, v.state,
              v.source_hash = l.hash
            from rebuttal_line l
              join material_version v on v.source = 'REBUTTAL' and v.source_ref = l.number
              join variant r on r.id = v.variant_id and r.language = l.language
              join material m on m.id = v.material_id and m.state <> 'ARCHIVED'
            where v.state <> 'ARCHIVED' or v.source_hash <> l.hash
            order by v.source_hash = l.hash desc, v.drafted_at desc
            """,
            row ->
                new Found(
                    row.text(1),
                    row.text(2),
                    row.text(3),
                    row.text(4),
                    row.id(5),
                    row.text(6),
                    row.text(7),
                    row.flag(8)));
    return sql.list(
        """
        select l.number, l.language, l.line, l.hash, a.name, l.heard_at,
          coalesce(not c.withdrawn and c.hash = l.hash, true)
        from rebuttal_line l join area a on a.code = l.area_code
          left join cited_rebuttal c on c.number = l.number
        where a.path like any (?) order by l.heard_at desc, l.number, l.language limit 100
        """,
        row ->
            new Line(
                row.text(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.text(5),
                row.instant(6),
                row.flag(7),
                made(found, row.text(1), row.text(2))),
        (Object) desk.scope().patterns());
  }

  private static List<Made> made(List<Found> found, String number, String language) {
    return Arrays.stream(Form.values())
        .map(
            form ->
                found.stream()
                    .filter(
                        one ->
                            one.source().equals(number)
                                && one.language().equals(language)
                                && one.kind().equals(form.kind().name())
                                && one.size().equals(form.size()))
                    .findFirst()
                    .map(one -> one.as(form))
                    .orElseGet(() -> new Made(form, null, "", "")))
        .toList();
  }
}
