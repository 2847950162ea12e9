package firstline.rumour.reach;

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
import firstline.rumour.RumourRights;
import firstline.rumour.release.ReleaseState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From a rumour to its answers, and from an answer to the channels. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class RumourTrail implements TrailContribution {
  private static final String REBUTTALS =
      """
      select r.number, m.number, v.fact, r.state, r.public_ordinal is not null,
        r.withdrawn_at is not null, r.id, r.first_public_at,
        (select coalesce(sum(w.views), 0)::bigint from rumour_view w where w.rebuttal_id = r.id)
      from rebuttal r join rumour m on m.id = r.rumour_id join area a on a.code = r.area_code
        join lateral (select fact from rebuttal_version where rebuttal_id = r.id
          order by ordinal desc limit 1) v on true
      """;

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Words words;

  @SuppressWarnings("NullAway.Init")
  protected RumourTrail() {}

  /** For tests without a server. */
  RumourTrail(Sql sql, Desk desk, Words words) {
    this.sql = sql;
    this.desk = desk;
    this.words = words;
  }

  @Override
  @Requirement("R107.1")
  public Optional<Stop> stop(String key) {
    var keys = List.of(key);
    return Stream.of(rumours(keys), rebuttals(keys)).flatMap(List::stream).findFirst();
  }

  @Override
  @Requirement({"R107.1", "R107.2"})
  public List<Stop> after(List<String> keys) {
    return Stream.of(rebuttalsOf(keys), releasesOf(keys)).flatMap(List::stream).toList();
  }

  /** Nothing for whoever may not look into this house. */
  private String[] seen() {
    return desk.officer().scope(RumourRights.READ).patterns();
  }

  /** The rumours of the numbers. */
  private List<Stop> rumours(List<String> numbers) {
    return sql.list(
        """
        select m.number, m.title, m.state, m.id,
          (select count(*) from claim c where c.rumour_id = m.id)
        from rumour m join area a on a.code = m.area_code
        where m.number = any (?) and a.path like any (?)
        """,
        row ->
            new Stop(
                row.text(1),
                "",
                "RUMOUR",
                row.text(2),
                Mood.DONE,
                words.get("rumour.rumour.state." + row.text(3))
                    + " · "
                    + words.of("rumour.claims.count", row.number(5)),
                "/console/rumour/rumour?id=" + row.id(4),
                null),
        numbers.toArray(String[]::new),
        seen());
  }

  /** The answers of the numbers. */
  private List<Stop> rebuttals(List<String> numbers) {
    return sql.list(
        REBUTTALS + "where r.number = any (?) and a.path like any (?)",
        this::rebuttal,
        numbers.toArray(String[]::new),
        seen());
  }

  /** The answers to the rumours of the numbers. */
  private List<Stop> rebuttalsOf(List<String> rumours) {
    return sql.list(
        REBUTTALS + "where m.number = any (?) and a.path like any (?) order by r.created_at",
        this::rebuttal,
        rumours.toArray(String[]::new),
        seen());
  }

  private Stop rebuttal(Row row) throws SQLException {
    var mood = row.flag(5) ? Mood.DONE : Mood.WAITING;
    return new Stop(
        row.text(1),
        row.text(2),
        "REBUTTAL",
        row.text(3),
        row.flag(6) ? Mood.GONE : mood,
        words.get("rumour.state." + row.text(4))
            + (row.flag(5) ? " · " + words.of("trail.views", words.number(row.number(9))) : ""),
        "/console/rumour/rebuttal?id=" + row.id(7),
        row.instantOrNull(8));
  }

  /** Where the answers of the numbers were sent: of each channel the newest version. */
  private List<Stop> releasesOf(List<String> rebuttals) {
    return sql.list(
        """
        select distinct on (r.number, r.channel) r.id, r.number, r.channel, r.state, r.confirmed_at
        from release r join area a on a.code = r.area_code
        where r.number = any (?) and not r.withdrawal and a.path like any (?)
        order by r.number, r.channel, (r.state = 'CORRECTION_DUE') desc, r.ordinal desc
        """,
        row ->
            new Stop(
                row.id(1).toString(),
                row.text(2),
                "RELEASE",
                words.get("rumour.channel." + row.text(3)),
                mood(ReleaseState.valueOf(row.text(4))),
                words.get("rumour.release.state." + row.text(4)),
                "/console/rumour/release?id=" + row.id(1),
                row.instantOrNull(5)),
        rebuttals.toArray(String[]::new),
        seen());
  }

  private static Mood mood(ReleaseState state) {
    return switch (state) {
      case CONFIRMED, CORRECTED -> Mood.DONE;
      case CORRECTION_DUE -> Mood.DUE;
      case TAKEN_DOWN, CANCELLED -> Mood.GONE;
      case QUEUED, SENT, FAILED -> Mood.WAITING;
    };
  }
}
