package firstline.rumour.claim;

import static firstline.rumour.RumourRights.READ;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.rumour.match.Matching;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Rumours under way that a claim may report, within the officer's areas. */
@ApplicationScoped
public class RumoursNear {
  private static final int LOOKED_AT = 20;

  @Inject private Matching matching;
  @Inject private Sql sql;
  @Inject private Desk desk;

  /** The nearest, best first, at most {@code limit}. */
  @Allows(right = READ, reads = true)
  @Requirement({"R9.3", "R6.1"})
  public List<Matching.OpenMatch> to(String text, int limit) {
    var found = matching.open(text, LOOKED_AT);
    var seen =
        new HashSet<UUID>(
            sql.list(
                """
                select m.id from rumour m join area a on a.code = m.area_code
                where m.id = any (?::text[]::uuid[]) and a.path like any (?)
                """,
                row -> row.id(1),
                found.stream().map(match -> match.rumour().toString()).toArray(String[]::new),
                desk.scope().patterns()));
    return found.stream().filter(match -> seen.contains(match.rumour())).limit(limit).toList();
  }
}
