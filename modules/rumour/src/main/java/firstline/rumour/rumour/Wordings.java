package firstline.rumour.rumour;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.digest.Sha256;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.text.PlainText;
import firstline.rumour.match.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every wording in which a rumour goes round, with where it was seen in public, how often, first
 * and last. Two texts that differ only in width, case or script are one wording. Matching finds a
 * rumour by all of them.
 */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Wordings {
  private static final int LONGEST = 20_000;

  /** A wording as it was met. */
  public record Met(UUID rumour, String text, String seen, String areaCode, Instant at) {}

  @Inject private Sql sql;

  /** Met once more. */
  @Requirement("R9.3")
  public void met(List<Met> wordings) {
    var lines = new ArrayList<@Nullable Object[]>();
    for (var wording : wordings) {
      var text = PlainText.lines(wording.text());
      if (!text.isEmpty() && text.length() <= LONGEST) {
        lines.add(
            new @Nullable Object[] {
              Ids.next(),
              wording.rumour(),
              hash(text),
              text,
              PlainText.line(wording.seen()),
              wording.areaCode(),
              wording.at(),
              wording.at()
            });
      }
    }
    sql.batch(
        """
        insert into rumour_wording as w
          (id, rumour_id, hash, text, seen, area_code, first_seen, last_seen, count)
        values (?, ?, ?, ?, ?, ?, ?, ?, 1)
        on conflict (rumour_id, hash) do update set count = w.count + 1,
          first_seen = least(w.first_seen, excluded.first_seen),
          last_seen = greatest(w.last_seen, excluded.last_seen),
          seen = case when w.seen = '' then excluded.seen else w.seen end
        """,
        lines);
  }

  /** A claim with this text was no report of the rumour after all. */
  @Requirement("R9.4")
  public void takeBack(UUID rumour, String text) {
    var hash = hash(PlainText.lines(text));
    sql.update(
        "delete from rumour_wording where rumour_id = ? and hash = ? and count = 1", rumour, hash);
    sql.update(
        "update rumour_wording set count = count - 1 where rumour_id = ? and hash = ? and count > 1",
        rumour,
        hash);
  }

  /** The wordings of one are those of the other from now on. */
  void move(UUID from, UUID to) {
    sql.update(
        """
        insert into rumour_wording as w
          (id, rumour_id, hash, text, seen, area_code, first_seen, last_seen, count)
        select gen_random_uuid(), ?, hash, text, seen, area_code, first_seen, last_seen, count
        from rumour_wording where rumour_id = ?
        on conflict (rumour_id, hash) do update set count = w.count + excluded.count,
          first_seen = least(w.first_seen, excluded.first_seen),
          last_seen = greatest(w.last_seen, excluded.last_seen)
        """,
        to,
        from);
    sql.update("delete from rumour_wording where rumour_id = ?", from);
  }

  private static byte[] hash(String text) {
    return Sha256.of(Folding.fold(text));
  }
}
