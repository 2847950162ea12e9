package firstline.console.talk;

import firstline.console.signin.Colleagues;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/** Says something about a record, takes it back, notes that a mention was seen. */
@ApplicationScoped
public class Say {
  /** So many officers a message mentions at most. */
  static final int MENTIONS = 10;

  /**
   * A message.
   *
   * @param id the record
   * @param said what is said
   * @param mention username of somebody who is mentioned besides those in the text; empty for none
   */
  public record Command(
      @NotNull @Pattern(regexp = "[a-z-]{1,20}") String kind,
      @NotNull UUID id,
      @NotBlank @Size(max = 2000) String said,
      @NotNull @Size(max = 80) String mention) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;
  @Inject private Records records;
  @Inject private Colleagues officers;

  @SuppressWarnings("NullAway.Init")
  protected Say() {}

  /** For tests without a server. */
  Say(Sql sql, Desk desk, Clock clock, Records records, Colleagues officers) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
    this.records = records;
    this.officers = officers;
  }

  /**
   * Says it.
   *
   * @throws NotFound if the officer at the desk may not open the record
   * @throws Refusal {@code talk.cannot-open} with the username of who may not, or is not known
   */
  @Allows(right = Rights.SIGNED_IN)
  @Requirement({"R110.1", "R110.2"})
  public UUID say(@Valid Command command) {
    var record = records.open(command.kind(), command.id());
    var text = command.said().strip();
    var names = new LinkedHashSet<String>();
    if (!command.mention().isBlank()) {
      names.add(command.mention().strip());
    }
    names.addAll(TalkText.mentions(text));
    if (names.size() > MENTIONS) {
      throw new Refusal("talk.too-many", MENTIONS);
    }
    var mentioned = new ArrayList<OfficerOnDuty>();
    for (var name : names) {
      mentioned.add(
          officers
              .named(name)
              .filter(officer -> Records.opens(record, officer))
              .orElseThrow(() -> new Refusal("talk.cannot-open", name)));
    }
    return keep(command, text, mentioned);
  }

  private UUID keep(Command command, String text, List<OfficerOnDuty> mentioned) {
    var me = desk.officer();
    var id = Ids.next();
    sql.update(
        """
        insert into talk_message (id, kind, subject_id, text, officer_id, officer_name,
          department_name, said_at) values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        command.kind(),
        command.id(),
        text,
        me.id(),
        me.name(),
        me.departmentName(),
        clock.instant());
    sql.batch(
        "insert into talk_mention (message_id, officer_id, username, name) values (?, ?, ?, ?)",
        mentioned.stream()
            .map(officer -> new Object[] {id, officer.id(), officer.username(), officer.name()})
            .toList());
    return id;
  }

  /**
   * Takes an own message back, on a record that one may still open.
   *
   * @throws NotFound if it is somebody else's, or was taken back already
   */
  @Allows(right = Rights.SIGNED_IN)
  @Requirement("R110.4")
  public void withdraw(UUID message) {
    var about =
        sql.one(
            "select kind, subject_id from talk_message where id = ? and officer_id = ?",
            row -> new Talk.Key(row.text(1), row.id(2)),
            message,
            desk.officer().id());
    records.open(about.kind(), about.id());
    var taken =
        sql.update(
            """
            insert into talk_withdrawal (message_id, withdrawn_at) values (?, ?)
            on conflict do nothing
            """,
            message,
            clock.instant());
    if (taken == 0) {
      throw new NotFound();
    }
  }

  /** The officer at the desk has seen every message about the record that mentions them. */
  @Allows(right = Rights.SIGNED_IN)
  @Requirement("R110.3")
  public void see(String kind, UUID id) {
    records.open(kind, id);
    sql.update(
        """
        insert into talk_seen (message_id, officer_id, seen_at)
        select t.message_id, t.officer_id, ? from talk_mention t
          join talk_message m on m.id = t.message_id
        where t.officer_id = ? and m.kind = ? and m.subject_id = ?
        on conflict do nothing
        """,
        clock.instant(),
        desk.officer().id(),
        kind,
        id);
  }
}
