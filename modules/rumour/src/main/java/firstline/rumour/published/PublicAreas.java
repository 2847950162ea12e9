package firstline.rumour.published;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The areas that the public chooses from: the city and its counties. */
@ApplicationScoped
public class PublicAreas {
  /** An area to choose. */
  public record Choice(String code, String name) {}

  @Inject private Sql sql;

  /** The root, and what lies right below it. */
  @Allows(right = Rights.EVERYONE, reads = true)
  public List<Choice> choices() {
    return sql.list(
        """
        select a.code, a.name from area a left join area p on p.code = a.parent
        where a.parent is null or p.parent is null order by a.path
        """,
        row -> new Choice(row.text(1), row.text(2)));
  }

  /** The whole of it. */
  @Allows(right = Rights.EVERYONE, reads = true)
  public String root() {
    return sql.one(
        "select code from area where parent is null order by code limit 1", row -> row.text(1));
  }
}
