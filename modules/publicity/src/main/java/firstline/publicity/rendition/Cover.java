package firstline.publicity.rendition;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What stands on a version's card: for any slice that shows versions it may show. */
@ApplicationScoped
@Allows(right = Rights.EVERYONE, reads = true)
public class Cover {
  /**
   * A card's face.
   *
   * @param thumbnail address of a JPEG of at most 320 pixels, or of a sound's waveform; empty while
   *     there is none
   * @param preview address of one of at most 1,280; empty while there is none
   * @param colour {@code #rrggbb}, or empty
   * @param orientation LANDSCAPE, PORTRAIT, SQUARE or empty
   * @param focusX what must be seen, in per cent from the left
   * @param focusY in per cent from the top
   * @param state WAITING, RUNNING, DONE or FAILED; empty for words alone
   */
  public record Face(
      String thumbnail,
      String preview,
      String colour,
      String orientation,
      int focusX,
      int focusY,
      int pages,
      int seconds,
      String state) {
    /** Of what has no file. */
    public static final Face NONE = new Face("", "", "", "", 50, 50, 0, 0, "");

    /** Value of CSS's {@code object-position}. */
    public String focus() {
      return focusX + "% " + focusY + "%";
    }
  }

  @Inject private Sql sql;

  @SuppressWarnings("NullAway.Init")
  protected Cover() {}

  /** For tests without a server. */
  public Cover(Sql sql) {
    this.sql = sql;
  }

  /** The faces of these versions, each of which the caller may show; none for words alone. */
  @Requirement("R69.6")
  public Map<UUID, Face> of(Collection<UUID> versions) {
    var faces = new HashMap<UUID, Face>();
    sql.list(
            """
            select v.id, coalesce(t.sha256, ''), coalesce(p.sha256, ''), coalesce(j.colour, ''),
              j.orientation, coalesce(c.focus_x, 50), coalesce(c.focus_y, 50),
              coalesce(f.pages, 0), coalesce(f.seconds, 0), f.state
            from material_version v left join cover c on c.version_id = v.id
              join rendition_job f on f.sha256 = v.sha256
              join rendition_job j on j.sha256 = coalesce(c.sha256, v.sha256)
              left join rendition t on t.source = j.sha256 and t.role in ('THUMBNAIL', 'WAVEFORM')
              left join rendition p on p.source = j.sha256 and p.role = 'PREVIEW'
            where v.id = any (?::uuid[])
            """,
            row ->
                Map.entry(
                    row.id(1),
                    new Face(
                        address(row.text(2)),
                        address(row.text(3)),
                        row.text(4),
                        row.text(5),
                        row.integer(6),
                        row.integer(7),
                        row.integer(8),
                        row.integer(9),
                        row.text(10))),
            (Object) versions.stream().map(UUID::toString).toArray(String[]::new))
        .forEach(face -> faces.put(face.getKey(), face.getValue()));
    return faces;
  }

  /** Addresses of the thumbnails of contents, by their hash; of those that have one. */
  public Map<String, String> thumbnails(Collection<String> contents) {
    var addresses = new HashMap<String, String>();
    sql.list(
            """
            select source, sha256 from rendition where role = 'THUMBNAIL' and source = any (?)
            """,
            row -> Map.entry(row.text(1), address(row.text(2))),
            (Object) contents.toArray(String[]::new))
        .forEach(one -> addresses.put(one.getKey(), one.getValue()));
    return addresses;
  }

  static String address(String sha256) {
    return sha256.isEmpty() ? "" : RenditionServlet.ADDRESS + "/" + sha256;
  }
}
