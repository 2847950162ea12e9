package firstline.console.talk;

import firstline.console.signin.Colleagues;
import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.Rights;
import firstline.persistence.talk.Discussed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what was said about a record, as far as the officer at the desk may open it. */
@ApplicationScoped
public class Talk {
  /** Messages shown at a time: the newest. */
  static final int SHOWN = 100;

  /** So many officers are offered to be mentioned. */
  static final int OFFERED = 30;

  /** Mentions that home names at most. */
  static final int WAITING = 50;

  /** A record. */
  public record Key(String kind, UUID id) {}

  /**
   * A message.
   *
   * @param pieces nothing if it was taken back
   * @param mine true if the officer at the desk may take it back
   * @param unseen true if it mentions the officer, who had not seen it
   */
  public record Message(
      UUID id,
      String officer,
      String department,
      Instant saidAt,
      List<TalkText.Piece> pieces,
      boolean withdrawn,
      boolean mine,
      boolean unseen) {}

  /** What was said, the oldest first, and how much more there is. */
  public record Thread(List<Message> messages, long earlier) {
    public boolean isUnseen() {
      return messages.stream().anyMatch(Message::unseen);
    }
  }

  /** A message that mentions the officer at the desk, and the record. */
  public record Waiting(UUID message, Instant saidAt, Discussed record) {}

  private record Mention(UUID message, Instant saidAt, Key key) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Records records;
  @Inject private Colleagues officers;

  @SuppressWarnings("NullAway.Init")
  protected Talk() {}

  /** For tests without a server. */
  Talk(Sql sql, Desk desk, Records records, Colleagues officers) {
    this.sql = sql;
    this.desk = desk;
    this.records = records;
    this.officers = officers;
  }

  /**
   * What was said about the record.
   *
   * @throws firstline.persistence.refusal.NotFound if the officer may not open it
   */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement({"R110.1", "R110.4"})
  public Thread about(String kind, UUID id) {
    records.open(kind, id);
    var me = desk.officer().id();
    var found =
        sql.list(
            """
            select m.id, m.officer_name, m.department_name, m.said_at,
              case when w.message_id is null then m.text else '' end, w.message_id is not null,
              m.officer_id = ? and w.message_id is null,
              exists (select 1 from talk_mention t where t.message_id = m.id and t.officer_id = ?)
                and w.message_id is null
                and not exists (select 1 from talk_seen s
                  where s.message_id = m.id and s.officer_id = ?),
              array(select t.username || ' ' || t.name from talk_mention t where t.message_id = m.id)
            from talk_message m left join talk_withdrawal w on w.message_id = m.id
            where m.kind = ? and m.subject_id = ? order by m.said_at desc, m.id desc limit ?
            """,
            Talk::message,
            me,
            me,
            me,
            kind,
            id,
            SHOWN);
    var messages = new ArrayList<>(found);
    Collections.reverse(messages);
    var earlier = found.size() < SHOWN ? 0 : count(kind, id) - SHOWN;
    return new Thread(List.copyOf(messages), earlier);
  }

  private long count(String kind, UUID id) {
    return sql.one(
        "select count(*) from talk_message where kind = ? and subject_id = ?",
        row -> row.number(1),
        kind,
        id);
  }

  private static Message message(Row row) throws SQLException {
    Map<String, String> names = new HashMap<>();
    row.texts(9).stream().map(text -> text.split(" ", 2)).forEach(p -> names.put(p[0], p[1]));
    return new Message(
        row.id(1),
        row.text(2),
        row.text(3),
        row.instant(4),
        TalkText.pieces(row.text(5), names),
        row.flag(6),
        row.flag(7),
        row.flag(8));
  }

  /** Officers whose name or username contains the words and who may open the record. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement("R110.2")
  public List<OfficerOnDuty> colleagues(String kind, UUID id, String words) {
    var record = records.open(kind, id);
    return officers.like(words).stream()
        .filter(officer -> !officer.id().equals(desk.officer().id()))
        .filter(officer -> Records.opens(record, officer))
        .limit(OFFERED)
        .toList();
  }

  /**
   * What mentions the officer at the desk, was not taken back and not seen, about records that they
   * may open; the newest first. One statement if there is nothing, and one a kind of record.
   */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement("R110.3")
  public List<Waiting> waiting() {
    var mentions =
        sql.list(
            """
            select m.id, m.said_at, m.kind, m.subject_id from talk_mention t
              join talk_message m on m.id = t.message_id
            where t.officer_id = ?
              and not exists (select 1 from talk_seen s
                where s.message_id = t.message_id and s.officer_id = t.officer_id)
              and not exists (select 1 from talk_withdrawal w where w.message_id = t.message_id)
            order by m.said_at desc, m.id desc limit ?
            """,
            row -> new Mention(row.id(1), row.instant(2), new Key(row.text(3), row.id(4))),
            desk.officer().id(),
            WAITING);
    var open = new HashMap<Key, Discussed>();
    byKind(mentions)
        .forEach(
            (kind, ids) ->
                records
                    .open(kind, ids)
                    .forEach(record -> open.put(new Key(kind, record.id()), record)));
    var waiting = new ArrayList<Waiting>();
    for (var mention : mentions) {
      var record = open.get(mention.key());
      if (record != null) {
        waiting.add(new Waiting(mention.message(), mention.saidAt(), record));
      }
    }
    return List.copyOf(waiting);
  }

  private static Map<String, List<UUID>> byKind(List<Mention> mentions) {
    return mentions.stream()
        .collect(
            Collectors.groupingBy(
                mention -> mention.key().kind(),
                LinkedHashMap::new,
                Collectors.mapping(mention -> mention.key().id(), Collectors.toList())));
  }
}
