package firstline.publicity.recall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.openwork.OpenWorkContribution.Successor;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.testkit.clock.MutableClock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PassingARecallOnTest {
  private static final Sql SQL = TestDatabase.keptOwner();
  private static final MutableClock CLOCK = MutableClock.at(Reached.NOW);

  @Test
  @Requirement("R122.2")
  void theSuccessorAnswersAndWhoDownloadedItStaysWritten() {
    var reached = Reached.found("967391", 1, "2026-9391");
    var one = reached.keeper(1);
    var other = reached.keeper(1);
    var task = UUID.randomUUID();
    SQL.update(
        """
        insert into recall_task (id, recall_id, version_id, kind, area_code, officer_id, holder,
          told_at) values (?, ?, ?, 'DOWNLOAD', ?, ?, '李', now())
        """,
        task,
        reached.recall(),
        reached.version(),
        reached.county(),
        one.officer().id());
    var open = new OpenRecalls(SQL);
    var item = open.open(one.officer().id()).get(0);
    assertEquals("R-967391", item.number());
    open.pass(item, one.officer().id(), successor(other), "李 → 周 · 调离");
    assertEquals(List.of(), open.open(one.officer().id()));
    assertEquals(List.of(item), open.open(other.officer().id()));
    var mine = new RecallQueries(SQL, other).mine().stream().filter(t -> t.id().equals(task));
    assertEquals(
        List.of("李: 李 → 周 · 调离"), mine.map(t -> t.holder() + ": " + t.passedOn()).toList());
    var answer = new AnswerRecall.Command(task, 0, 0, "");
    assertThrows(NotFound.class, () -> new AnswerRecall(SQL, one, CLOCK).answer(answer));
    new AnswerRecall(SQL, other, CLOCK).answer(answer);
    assertEquals(List.of(), open.open(other.officer().id()));
    assertThrows(
        Conflict.class, () -> open.pass(item, other.officer().id(), successor(one), "back"));
  }

  private static Successor successor(Desk desk) {
    return new Successor(desk.officer().id(), "周", desk.officer().departmentId(), "宣传");
  }
}
