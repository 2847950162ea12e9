package firstline.broadcast.script;

import firstline.broadcast.BroadcastRights;
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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From a text to what loudspeakers read of it, and to the plays. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class ScriptTrail implements TrailContribution {
  private static final String SCRIPTS =
      """
      select c.id, c.source, c.text_kind, c.seconds, c.recalled_at is not null, c.received_at,
        exists (select 1 from schedule s where s.script_id = c.id and s.state = 'APPROVED'),
        c.ordinal, c.recalled_why
      from script c join area a on a.code = c.area_code
      """;

  /** Plays are added up every few seconds; what was not is not counted yet. */
  private static final String SCHEDULES =
      """
      select s.number, s.script_id, s.title, s.state, s.id, coalesce(t.planned, 0)::bigint,
        coalesce(t.finished, 0)::bigint, t.first, c.recalled_at is not null
      from schedule s join area a on a.code = s.area_code join script c on c.id = s.script_id
        left join lateral (select sum(p.planned) as planned, sum(p.finished) as finished,
            min(o.start) as first
          from occurrence o join play_tally p on p.play_no = o.no where o.schedule_id = s.id) t
          on true
      """;

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Words words;

  @SuppressWarnings("NullAway.Init")
  protected ScriptTrail() {}

  /** For tests without a server. */
  ScriptTrail(Sql sql, Desk desk, Words words) {
    this.sql = sql;
    this.desk = desk;
    this.words = words;
  }

  @Override
  @Requirement("R107.1")
  public Optional<Stop> stop(String key) {
    var keys = List.of(key);
    return Stream.of(scripts(keys), schedules(keys)).flatMap(List::stream).findFirst();
  }

  @Override
  @Requirement({"R107.1", "R107.2"})
  public List<Stop> after(List<String> keys) {
    return Stream.of(scriptsOf(keys), schedulesOf(keys)).flatMap(List::stream).toList();
  }

  /** Nothing for whoever may not look into this house. */
  private String[] seen() {
    return desk.officer().scope(BroadcastRights.READ).patterns();
  }

  /** The scripts of the ids. */
  private List<Stop> scripts(List<String> ids) {
    return sql.list(
        SCRIPTS + "where c.id::text = any (?) and a.path like any (?)",
        this::script,
        ids.toArray(String[]::new),
        seen());
  }

  /** The scripts of the texts of the numbers. */
  private List<Stop> scriptsOf(List<String> texts) {
    return sql.list(
        SCRIPTS + "where c.source = any (?) and a.path like any (?) order by c.received_at",
        this::script,
        texts.toArray(String[]::new),
        seen());
  }

  private Stop script(Row row) throws SQLException {
    var read = row.flag(7) ? Mood.DONE : Mood.WAITING;
    return new Stop(
        row.id(1).toString(),
        row.text(2),
        "SCRIPT",
        words.get("verse.kind." + row.text(3)),
        row.flag(5) ? Mood.GONE : read,
        row.flag(5) ? row.text(9) : words.of("trail.script", row.integer(8), row.integer(4)),
        "/console/broadcast/scripts",
        row.instantOrNull(6));
  }

  /** The schedules of the numbers that read a script. */
  private List<Stop> schedules(List<String> numbers) {
    return sql.list(
        SCHEDULES + "where s.number = any (?) and a.path like any (?)",
        this::schedule,
        numbers.toArray(String[]::new),
        seen());
  }

  /** The schedules that read the scripts of the ids. */
  private List<Stop> schedulesOf(List<String> scripts) {
    return sql.list(
        SCHEDULES + "where s.script_id::text = any (?) and a.path like any (?) order by s.number",
        this::schedule,
        scripts.toArray(String[]::new),
        seen());
  }

  private Stop schedule(Row row) throws SQLException {
    var state = row.text(4);
    return new Stop(
        row.text(1),
        row.id(2).toString(),
        "SCHEDULE",
        row.text(1) + " " + row.text(3),
        mood(state, row.flag(9)),
        words.get("broadcast.schedule.state." + state)
            + " · "
            + words.of("trail.plays", words.number(row.number(6)), words.number(row.number(7))),
        "/console/broadcast/schedule?id=" + row.id(5),
        row.instantOrNull(8));
  }

  private static Mood mood(String state, boolean recalled) {
    return switch (state) {
      // A recalled text is off the air by itself; where it is not, somebody must look.
      case "APPROVED" -> recalled ? Mood.DUE : Mood.DONE;
      case "WITHDRAWN" -> Mood.GONE;
      default -> recalled ? Mood.GONE : Mood.WAITING;
    };
  }
}
