package firstline.console.export;

import firstline.console.kept.Arrangement;
import firstline.console.kept.KeptViews;
import firstline.persistence.export.Address;
import firstline.persistence.export.NamedLists;
import firstline.persistence.job.Jobs;
import firstline.persistence.job.Progress;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.words.Language;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Begins a job that writes a list as a file for the officer at the desk. */
@ApplicationScoped
public class TakeListAlong {
  /**
   * What to take along.
   *
   * @param list its name, as the page has it
   * @param query the parameters of its address
   */
  public record Command(
      @NotNull @Pattern(regexp = "[a-z.-]{1,60}") String list,
      @NotNull Format format,
      @NotNull @Size(max = 4000) String query) {}

  /** What is ready, until when. */
  public record Taken(Path file, String name, Format format, long rows, Instant until) {}

  @Inject private NamedLists lists;
  @Inject private ExportFiles files;
  @Inject private KeptViews views;
  @Inject private Jobs jobs;
  @Inject private Language language;
  @Inject private Words words;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected TakeListAlong() {}

  /** True if the list can be taken along. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public boolean offered(String list) {
    return lists.named(list).isPresent();
  }

  /**
   * Begins; the job's result is a {@link Taken}.
   *
   * @throws NotFound if there is no such list
   */
  @Allows(right = Rights.SIGNED_IN)
  @Requirement("R105.7")
  public UUID begin(@Valid Command command) {
    var list = lists.named(command.list()).orElseThrow(NotFound::new);
    var asked = Address.of(command.query());
    var arrangement =
        asked.names("columns")
            ? Arrangement.read(asked.parameter("columns"))
            : views.arrangement(command.list());
    var tongue = language.tag();
    return jobs.start(
        progress -> {
          language.choose(tongue);
          return taken(new ListFile(list, arrangement), command, progress);
        });
  }

  private Taken taken(ListFile list, Command command, Progress progress) throws IOException {
    var file = files.fresh(command.format().ending());
    var whole = false;
    try (var out = Files.newOutputStream(file)) {
      var titles = list.titles().stream().map(words::get).toList();
      var rows = list.write(command.format(), titles, Address.of(command.query()), out, progress);
      whole = true;
      var now = clock.instant();
      var name = command.list() + "-" + words.day(now) + "." + command.format().ending();
      return new Taken(file, name, command.format(), rows, now.plus(ExportFiles.KEPT));
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
  }
}
