package firstline.publicity.recall;

import firstline.persistence.database.TestDatabase;
import firstline.publicity.published.PublicMaterials;
import firstline.publicity.rendition.Cover;
import firstline.testkit.clock.MutableClock;
import java.util.Locale;

/** A recall of a version that many stores hold, as the database sees it: for the bench. */
public final class RecallRun {
  private RecallRun() {}

  /** Recalls, and asks for the public page until it says so. */
  public static String run(int holders) {
    var reached = Reached.found("967306", holders, "2026-9006");
    var number = "R-967306";
    var clock = MutableClock.at(Reached.NOW);
    var begun = System.nanoTime();
    var told =
        TestDatabase.inTransaction(
            sql -> {
              sql.update(
                  "update material_version set state = 'RECALLED', recalled_at = ? where id = ?",
                  Reached.NOW,
                  reached.version());
              sql.update("update material set state = 'RECALLED' where id = ?", reached.version());
              return new RecallTasks(sql).tell(reached.recall(), reached.version(), Reached.NOW);
            });
    var tasks = (System.nanoTime() - begun) / 1e9;
    var gone =
        new PublicMaterials(TestDatabase.sql(), new Cover(TestDatabase.sql()), clock)
            .one(number)
            .orElseThrow()
            .isGone();
    var face = (System.nanoTime() - begun) / 1e9;
    return String.format(
        Locale.ROOT,
        "recall with %,d holders, without a server: %,d tasks in %.2f s (at most 10); the public"
            + " page %s after %.2f s (at most 5)",
        holders,
        told,
        tasks,
        gone ? "shows the notice" : "STILL SHOWS THE MATERIAL",
        face);
  }
}
