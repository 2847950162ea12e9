package firstline.persistence.bulk;

import firstline.persistence.job.Progress;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.usecase.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs a step for many records, one after another. */
@ApplicationScoped
public class OneByOne {
  private static final System.Logger LOG = System.getLogger(OneByOne.class.getName());

  /**
   * A record that was chosen.
   *
   * @param label what whoever chose it knows it by
   */
  public record Pick(UUID id, String label) {}

  /** What became of it; null if it went through. */
  public record Outcome(Pick pick, @Nullable Refusal refusal) {
    public boolean passed() {
      return refusal == null;
    }
  }

  /** Around the work for one record. */
  @FunctionalInterface
  interface Around {
    void run(Runnable work) throws Exception;
  }

  @Inject private Transactions transactions;

  /**
   * What would become of each. Runs the use case itself and takes its transaction back, so that
   * nobody need write down a second time what it refuses.
   */
  @Requirement("R117.1")
  public List<Outcome> tried(
      BulkStep step, List<Pick> picks, Map<String, String> typed, Progress progress) {
    return run(step, picks, typed, progress, transactions::tried);
  }

  /** Takes the step for each, in a transaction of its own. */
  @Requirement({"R117.2", "R117.4"})
  public List<Outcome> done(
      BulkStep step, List<Pick> picks, Map<String, String> typed, Progress progress) {
    return run(step, picks, typed, progress, Runnable::run);
  }

  static List<Outcome> run(
      BulkStep step,
      List<Pick> picks,
      Map<String, String> typed,
      Progress progress,
      Around around) {
    var outcomes = new ArrayList<Outcome>();
    Refusal stopped = null;
    for (var pick : picks) {
      stopped = stopped == null ? at(progress, outcomes.size(), picks.size()) : stopped;
      outcomes.add(new Outcome(pick, stopped == null ? one(step, pick, typed, around) : stopped));
    }
    return outcomes;
  }

  private static @Nullable Refusal at(Progress progress, int done, int all) {
    try {
      progress.at(done, all);
      return null;
    } catch (Refusal cancelled) {
      return cancelled;
    }
  }

  private static @Nullable Refusal one(
      BulkStep step, Pick pick, Map<String, String> typed, Around around) {
    try {
      around.run(() -> step.work().run(pick.id(), typed));
      return null;
    } catch (Refusal refusal) {
      return refusal;
    } catch (Exception e) {
      LOG.log(System.Logger.Level.ERROR, step.name() + " failed for " + pick.id(), e);
      return new Refusal("bulk.failed");
    }
  }
}
