package firstline.publicity.handed;

import static firstline.publicity.PublicityRights.DRAFT;
import static firstline.publicity.PublicityRights.READ;

import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.publicity.material.Content;
import firstline.publicity.material.DraftMaterial;
import firstline.publicity.material.Kind;
import firstline.publicity.material.Material;
import firstline.publicity.material.Source;
import firstline.publicity.material.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a draft of material from a text that was handed over. */
@ApplicationScoped
public class MakeOfHanded {
  /**
   * A text that was handed over.
   *
   * @param material that was made of it, or null
   */
  public record Line(
      String number,
      String area,
      String areaName,
      String title,
      String body,
      String hash,
      Instant heardAt,
      String endedWhy,
      @Nullable UUID material,
      Kind kind,
      String language) {
    /** True if something may still be made of it. */
    public boolean isWaiting() {
      return endedWhy.isEmpty() && material == null;
    }
  }

  @Inject private Sql sql;
  @Inject private DraftMaterial draftMaterial;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected MakeOfHanded() {}

  /** For tests without a server, of what reads and refuses. */
  @SuppressWarnings("NullAway.Init")
  MakeOfHanded(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  private static Line line(Row row) throws SQLException {
    return new Line(
        row.text(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.instant(7),
        row.text(8),
        row.idOrNull(9),
        Kind.valueOf(row.text(10)),
        row.text(11));
  }

  /** The newest hundred of the officer's areas. */
  @Allows(right = READ, reads = true)
  public List<Line> list() {
    return sql.list(
        """
        select h.number, h.area_code, a.name, h.title, h.body, h.hash, h.heard_at, h.ended_why,
          v.material_id, h.kind, h.language
        from handed_text h join area a on a.code = h.area_code
          left join material_version v on v.id = h.version_id
        where a.path like any (?) order by h.heard_at desc, h.number limit 100
        """,
        MakeOfHanded::line,
        (Object) desk.scope().patterns());
  }

  /**
   * The id of the draft's version.
   *
   * @throws Refusal {@code handed.over} if it was taken off or material was made of it already
   */
  @Allows(right = DRAFT)
  @Requirement("R94.11")
  public UUID make(String number) {
    var text =
        sql.one(
            """
            select h.number, h.area_code, a.name, h.title, h.body, h.hash, h.heard_at, h.ended_why,
              v.material_id, h.kind, h.language
            from handed_text h join area a on a.code = h.area_code
              left join material_version v on v.id = h.version_id
            where h.number = ? and a.path like any (?) for update of h
            """,
            MakeOfHanded::line,
            number,
            desk.scope().patterns());
    if (!text.isWaiting()) {
      throw new Refusal("handed.over", number);
    }
    var version =
        draftMaterial.draft(
            new DraftMaterial.Command(
                text.area(),
                text.kind(),
                Material.Filing.NONE,
                new Variant(text.language(), "", "", ""),
                new Content(
                    text.title(),
                    "",
                    "",
                    text.body(),
                    null,
                    new Source(Source.Kind.POLICY, text.number(), text.hash()),
                    "",
                    null,
                    null)));
    sql.update("update handed_text set version_id = ? where number = ?", version, number);
    return version;
  }
}
