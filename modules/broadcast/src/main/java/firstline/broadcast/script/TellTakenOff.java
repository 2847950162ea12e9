package firstline.broadcast.script;

import firstline.persistence.database.Sql;
import firstline.persistence.outbox.Outbox;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.publicity.api.PublicityEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.List;
import java.util.UUID;

/** Tells the publicity department which schedules a recall of theirs took off the air. */
@ApplicationScoped
public class TellTakenOff {
  /** A schedule on the air. */
  public record Reading(String area, String number, String title) {}

  @Inject private Sql sql;
  @Inject private Outbox outbox;

  @SuppressWarnings("NullAway.Init")
  protected TellTakenOff() {}

  /** For tests without a server. */
  @SuppressWarnings("NullAway.Init")
  TellTakenOff(Sql sql) {
    this.sql = sql;
  }

  /** The approved schedules that read the source. */
  @Allows(right = Rights.SYSTEM, reads = true)
  public List<Reading> reading(UUID source) {
    return sql.list(
        """
        select s.area_code, s.number, s.title from schedule s join script c on c.id = s.script_id
        where c.source_id = ? and s.state = 'APPROVED' order by s.number
        """,
        row -> new Reading(row.text(1), row.text(2), row.text(3)),
        source);
  }

  @Allows(right = Rights.SYSTEM)
  @Requirement("R73.2")
  public void tell(UUID version, List<Reading> read) {
    for (var one : read) {
      outbox.add(
          PublicityEvents.TAKEN_OFF,
          one.number(),
          Json.createObjectBuilder()
              .add("version", version.toString())
              .add("area", one.area())
              .add("holder", one.title())
              .add("subject", one.number())
              .build()
              .toString());
    }
  }
}
