package firstline.publicity.figure;

import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.trail.Stop;
import firstline.persistence.trail.Stop.Mood;
import firstline.persistence.trail.TrailContribution;
import firstline.persistence.words.Words;
import firstline.publicity.PublicityRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From a text to the material made of it, and from material to its copies on paper. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class MaterialTrail implements TrailContribution {
  private static final String MATERIALS =
      """
      select m.number, v.source_ref, m.kind, m.title, m.state, m.id, m.published_at,
        exists (select 1 from correction_due d join material_version o on o.id = d.version_id
          where o.material_id = m.id and o.state in ('APPROVED', 'PUBLISHED'))
      from material m join area a on a.code = m.area_code
        join lateral (select source_ref from material_version where material_id = m.id
          order by (source_ref <> '') desc, ordinal desc limit 1) v on true
      """;
  private static final String RUNS =
      """
      select b.number, m.number, b.printed, b.stock, b.handed_out, b.id, b.printed_at, v.state,
        (select coalesce(sum(d.count), 0)::bigint from scan_code c join scan_day d on d.code = c.code
          where c.batch_id = b.id),
        exists (select 1 from correction_due d where d.version_id = v.id)
      from print_run b join material_version v on v.id = b.version_id
        join material m on m.id = v.material_id join area a on a.code = b.area_code
      """;

  /** Who may have copies of a run is below the area that printed it. */
  private static final String HELD =
      """
       and (a.path like any (?) or exists (
        select 1 from holding h join area s on s.code = h.area_code
        where h.batch_id = b.id and s.path like any (?)))
      order by b.printed_at
      """;

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Words words;

  @SuppressWarnings("NullAway.Init")
  protected MaterialTrail() {}

  /** For tests without a server. */
  MaterialTrail(Sql sql, Desk desk, Words words) {
    this.sql = sql;
    this.desk = desk;
    this.words = words;
  }

  @Override
  @Requirement("R107.1")
  public Optional<Stop> stop(String key) {
    var keys = List.of(key);
    return Stream.of(materials(keys), runs(keys)).flatMap(List::stream).findFirst();
  }

  @Override
  @Requirement({"R107.1", "R107.2"})
  public List<Stop> after(List<String> keys) {
    return Stream.of(materialsOf(keys), runsOf(keys)).flatMap(List::stream).toList();
  }

  private String[] seen() {
    return desk.officer().scope(PublicityRights.READ).patterns();
  }

  /** What was published is for every department's readers, wherever it was made. */
  private boolean reading() {
    return desk.may(PublicityRights.READ);
  }

  /** The material of the numbers. */
  private List<Stop> materials(List<String> numbers) {
    return sql.list(
        MATERIALS
            + "where m.number = any (?) and (a.path like any (?) or m.published_at is not null and ?)",
        this::material,
        numbers.toArray(String[]::new),
        seen(),
        reading());
  }

  /** The material made of the texts of the numbers. */
  private List<Stop> materialsOf(List<String> texts) {
    return sql.list(
        MATERIALS
            + """
            where m.id in (select material_id from material_version where source_ref = any (?)
              and source <> 'FREE') and (a.path like any (?) or m.published_at is not null and ?)
            order by m.drafted_at
            """,
        this::material,
        texts.toArray(String[]::new),
        seen(),
        reading());
  }

  private Stop material(Row row) throws SQLException {
    var state = row.text(5);
    return new Stop(
        row.text(1),
        row.text(2),
        "MATERIAL",
        words.get("publicity.kind." + row.text(3)) + " " + row.text(4),
        row.flag(8) ? Mood.DUE : mood(state),
        words.get("publicity.state." + state),
        "/console/publicity/material?id=" + row.id(6),
        row.instantOrNull(7));
  }

  /** The print runs of the numbers. */
  private List<Stop> runs(List<String> numbers) {
    return sql.list(
        RUNS + "where b.number = any (?)" + HELD,
        this::run,
        numbers.toArray(String[]::new),
        seen(),
        seen());
  }

  /** The print runs of the material of the numbers. */
  private List<Stop> runsOf(List<String> materials) {
    return sql.list(
        RUNS + "where m.number = any (?)" + HELD,
        this::run,
        materials.toArray(String[]::new),
        seen(),
        seen());
  }

  /** Copies that were handed out cannot be corrected; those in the stores can be destroyed. */
  private Stop run(Row row) throws SQLException {
    var old = row.flag(10) || row.text(8).equals("RECALLED");
    return new Stop(
        row.text(1),
        row.text(2),
        "PRINT_RUN",
        row.text(1),
        mood(old, row.number(4)),
        words.of("trail.run", words.number(row.number(3)), words.number(row.number(5)))
            + " · "
            + words.of("trail.scans", words.number(row.number(9))),
        "/console/publicity/batch?id=" + row.id(6),
        row.instantOrNull(7));
  }

  private static Mood mood(boolean old, long stock) {
    if (!old) {
      return Mood.DONE;
    }
    return stock > 0 ? Mood.DUE : Mood.GONE;
  }

  private static Mood mood(String state) {
    return switch (state) {
      case "PUBLISHED" -> Mood.DONE;
      case "RECALLED", "ARCHIVED" -> Mood.GONE;
      default -> Mood.WAITING;
    };
  }
}
