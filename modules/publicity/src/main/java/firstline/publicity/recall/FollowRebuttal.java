package firstline.publicity.recall;

import firstline.persistence.aggregate.Aggregates;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.Rights;
import firstline.publicity.material.MaterialVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** Does with material what became of the rebuttal that it cites. */
@ApplicationScoped
public class FollowRebuttal {
  private static final UUID NOBODY = new UUID(0, 0);

  /**
   * What became of it.
   *
   * @param hash of the version that is public now
   */
  public record Command(String number, String area, int ordinal, String hash, boolean withdrawn) {}

  @Inject private Recalls recalls;
  @Inject private Aggregates aggregates;
  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected FollowRebuttal() {}

  /** For tests without a server: of what needs no aggregate. */
  @SuppressWarnings("NullAway.Init")
  FollowRebuttal(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Allows(right = Rights.SYSTEM)
  @Requirement("R70.5")
  public void follow(Command command) {
    keep(command);
    if (command.withdrawn()) {
      recall(command);
    } else {
      due(command);
    }
  }

  /** Events may overtake each other: an older text never takes the place of a newer one. */
  private void keep(Command command) {
    sql.update(
        """
        insert into cited_rebuttal (number, area_code, ordinal, hash, withdrawn, heard_at)
        values (?, ?, ?, ?, ?, ?)
        on conflict (number) do update set ordinal = excluded.ordinal, hash = excluded.hash,
          withdrawn = excluded.withdrawn, heard_at = excluded.heard_at
        where cited_rebuttal.ordinal <= excluded.ordinal
          and (not cited_rebuttal.withdrawn or cited_rebuttal.ordinal < excluded.ordinal)
        """,
        command.number(),
        command.area(),
        command.ordinal(),
        command.hash(),
        command.withdrawn(),
        clock.instant());
  }

  private void due(Command command) {
    sql.update(
        """
        insert into correction_due (version_id, rebuttal, since)
        select v.id, ?, ? from material_version v join cited_rebuttal c on c.number = v.source_ref
        where v.source = 'REBUTTAL' and v.source_ref = ? and v.state in ('APPROVED', 'PUBLISHED')
          and c.ordinal > 1 and v.source_hash <> c.hash
        on conflict (version_id) do nothing
        """,
        command.number(),
        clock.instant(),
        command.number());
  }

  private void recall(Command command) {
    var found = new LinkedHashMap<UUID, List<MaterialVersion>>();
    sql.list(
            """
            select id from material_version where source = 'REBUTTAL' and source_ref = ?
              and (state in ('APPROVED', 'PUBLISHED')
                or state = 'ARCHIVED' and published_at is not null)
            """,
            row -> row.id(1),
            command.number())
        .forEach(
            id -> {
              var version = aggregates.at(MaterialVersion.class, id);
              found.computeIfAbsent(version.materialId(), one -> new ArrayList<>()).add(version);
            });
    var order =
        new Recalls.Order(
            "所引辟谣 " + command.number() + " 已撤回 The rebuttal cited is withdrawn",
            "REBUTTAL",
            server(command.area()));
    found.values().forEach(versions -> recalls.recall(versions, versions.size() > 1, order));
  }

  private static OfficerOnDuty server(String area) {
    return new OfficerOnDuty(NOBODY, "", "第一线", NOBODY, "", "", area, "", "zh", List.of(), null);
  }
}
