package firstline.market.complaint;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.right.Desk;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Letters straight into the tables, for tests of other slices. */
public final class LettersForTests {
  private LettersForTests() {}

  public static ComplaintQueries queries(Sql sql, Desk desk, Clock clock) {
    return new ComplaintQueries(sql, desk, clock);
  }

  public static Identities identities(Sql sql, Desk desk, Clock clock) {
    return new Identities(sql, desk, clock, "only-for-tests-0123456789-abcdefghijklmnop");
  }

  /** A letter in the state, with the steps that lead there; its sender is sealed. */
  public static UUID letter(
      String county, UUID department, String kind, String state, String sender, Instant at) {
    var sql = TestDatabase.sql();
    var id = UUID.randomUUID();
    sql.update(
        """
        insert into complaint (id, kind, number, area_code, department_id, department_name, channel,
          operator, place, goods, facts, named, state, ground, received_at)
        values (?, ?, ?, ?, ?, '市监', 'PHONE', '康民大药房', '南街', '一次性口罩', '一只卖25元', true, ?,
          'BY_LAW', ?)
        """,
        id,
        kind,
        "T-" + id,
        county,
        department,
        state,
        at);
    sql.update(
        "insert into complaint_identity (complaint_id, sealed) values (?, ?)",
        id,
        Identities.sealed(
            Identities.sealing("only-for-tests-0123456789-abcdefghijklmnop"), sender));
    for (var action : new String[] {"ACCEPT", "AGREE", "TERMINATE"}) {
      sql.update(
          """
          insert into complaint_step (complaint_id, action, state, reason, officer_name,
            department_name, at)
          select ?, ?, ?, ?, '贺建军', '市监', ? where ? = any (?)
          """,
          id,
          action,
          state,
          action.equals("AGREE") ? "退款二十元" : "",
          at,
          state,
          switch (action) {
            case "ACCEPT" -> new String[] {"ACCEPTED", "AGREED", "TERMINATED"};
            case "AGREE" -> new String[] {"AGREED"};
            default -> new String[] {"TERMINATED"};
          });
    }
    return id;
  }
}
