package firstline.broadcast.fleet;

import firstline.broadcast.signature.ServerKey;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a speaker is told of itself: where it belongs, and whose signature it shall believe. */
@ApplicationScoped
@Allows(right = Rights.EVERYONE, reads = true)
public class Assignments {
  @Inject private Sql sql;
  @Inject private ServerKey serverKey;

  /** Milliseconds between polls: moved by a fifth, what is new is found within 65 s. */
  @Inject
  @ConfigProperty(name = "firstline.broadcast.poll", defaultValue = "45000")
  private int poll;

  @SuppressWarnings("NullAway.Init")
  protected Assignments() {}

  /** For tests without a server. */
  Assignments(Sql sql, ServerKey serverKey, int poll) {
    this.sql = sql;
    this.serverKey = serverKey;
    this.poll = poll;
  }

  /**
   * The newest one, signed (PROTOCOL.md, 1).
   *
   * @throws NotFound if no speaker of this serial is enrolled
   */
  public byte[] of(String serial) {
    return sql.one(
        """
        select area_code, groups, audience_id, assignment, volume from speaker
        where serial = ? and state = 'ENROLLED'
        """,
        row ->
            serverKey.signed(
                Map.of(
                    "serial",
                    serial,
                    "area",
                    row.text(1),
                    "groups",
                    row.text(2).isEmpty() ? List.of() : List.of(row.text(2).split(" ")),
                    "audience",
                    row.text(3),
                    "version",
                    row.integer(4),
                    "volume",
                    row.integer(5),
                    "serverKey",
                    serverKey.publicKey(),
                    "poll",
                    poll)),
        serial);
  }
}
