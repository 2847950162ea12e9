package firstline.console.bulk;

import firstline.persistence.bulk.BulkContribution;
import firstline.persistence.bulk.BulkStep;
import firstline.persistence.bulk.Chosen;
import firstline.persistence.bulk.OneByOne;
import firstline.persistence.export.NamedLists;
import firstline.persistence.job.Jobs;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tries a step for many records as a job; then, by that job alone, takes it. */
@ApplicationScoped
public class WorkOnMany {
  private static final int TEXT = 1_000;

  /**
   * What shall be tried.
   *
   * @param list its name, as the page has it
   * @param query the parameters of its address
   * @param all true for all that the list finds under the address, false for those ticked
   * @param ticks an id and a label each
   * @param typed what was filled in, by the inputs' names
   */
  public record Command(
      @NotNull @Pattern(regexp = "[a-z.-]{1,60}") String list,
      @NotNull @Pattern(regexp = "[a-z.-]{1,60}") String step,
      @NotNull @Pattern(regexp = "/console/[a-z/-]{1,100}") String path,
      @NotNull @Size(max = 4000) String query,
      boolean all,
      @NotNull @Size(max = 5000) List<String> ticks,
      @NotNull Map<String, String> typed) {}

  /** What a job tried or did, and where the list is. */
  public record Work(
      Command command, boolean tried, BulkStep step, List<OneByOne.Outcome> outcomes) {
    /** Those that went through, or would. */
    public List<OneByOne.Outcome> passed() {
      return outcomes.stream().filter(OneByOne.Outcome::passed).toList();
    }

    public List<OneByOne.Outcome> refused() {
      return outcomes.stream().filter(one -> !one.passed()).toList();
    }
  }

  @Inject @Any private Instance<BulkContribution> offers;
  @Inject private NamedLists lists;
  @Inject private OneByOne oneByOne;
  @Inject private Jobs jobs;
  @Inject private Desk desk;
  @Inject private Language language;

  /** The steps of the list for which the officer at the desk holds the right somewhere. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public List<BulkStep> offered(String list) {
    return offers.stream()
        .filter(one -> one.list().equals(list))
        .flatMap(one -> one.steps().stream())
        .filter(step -> desk.may(step.right()))
        .toList();
  }

  /** True if all that the list finds can be chosen, not only what is ticked. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public boolean findsAll(String list) {
    return lists.named(list).isPresent();
  }

  /**
   * Begins to try; the job's result is a {@link Work} by which nothing has happened yet. The job is
   * refused with {@code bulk.none}, {@code bulk.too-many} or {@code bulk.input}.
   *
   * @throws NotFound if the list offers no such step to the officer
   */
  @Allows(right = Rights.SIGNED_IN)
  @Requirement({"R117.1", "R117.3"})
  public UUID tryOut(@Valid Command command) {
    var step = step(command);
    var tongue = language.tag();
    return jobs.start(
        progress -> {
          language.choose(tongue);
          requireTyped(step, command.typed());
          var picks =
              command.all()
                  ? Chosen.found(
                      lists.named(command.list()).orElseThrow(NotFound::new), command.query())
                  : Chosen.ticked(command.ticks());
          return new Work(
              command, true, step, oneByOne.tried(step, picks, command.typed(), progress));
        });
  }

  /**
   * Takes the step for those of the tried that would go through.
   *
   * @throws NotFound if the officer has tried nothing by that job
   * @throws Refusal {@code bulk.none} if none would go through
   */
  @Allows(right = Rights.SIGNED_IN)
  @Requirement("R117.2")
  public UUID run(@NotNull UUID job) {
    if (!(jobs.status(job).result() instanceof Work work) || !work.tried()) {
      throw new NotFound();
    }
    var picks = work.passed().stream().map(OneByOne.Outcome::pick).toList();
    if (picks.isEmpty()) {
      throw new Refusal("bulk.none");
    }
    var step = step(work.command());
    var typed = work.command().typed();
    var tongue = language.tag();
    return jobs.start(
        progress -> {
          language.choose(tongue);
          return new Work(work.command(), false, step, oneByOne.done(step, picks, typed, progress));
        });
  }

  private BulkStep step(Command command) {
    return offered(command.list()).stream()
        .filter(one -> one.name().equals(command.step()))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private static void requireTyped(BulkStep step, Map<String, String> typed) {
    for (var input : step.inputs()) {
      var value = typed.getOrDefault(input.name(), "");
      var known =
          input.kind() != BulkStep.Kind.CHOICE
              || input.options().stream().anyMatch(one -> one.value().equals(value));
      if (value.isBlank() || value.length() > TEXT || !known) {
        throw new Refusal("bulk.input");
      }
    }
  }
}
