package firstline.console.imports;

import firstline.console.export.ExportFiles;
import firstline.persistence.imports.ImportFile;
import firstline.persistence.imports.TableImport;
import firstline.persistence.imports.TakeTable;
import firstline.persistence.job.Jobs;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.tabular.LineReport.Rejection;
import firstline.persistence.tabular.Tables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Tries a table as a job; then, by that job alone, takes it over. */
@ApplicationScoped
public class BringTable {
  /**
   * A table to try.
   *
   * @param list which import
   */
  public record Command(
      @NotNull @Pattern(regexp = "[a-z-]{1,40}") String list, @NotNull byte[] content) {
    @Override
    public String toString() {
      return "Command[" + list + ", " + content.length + " bytes]";
    }
  }

  /** What was tried, kept until it is taken over or half a day is over. */
  public record Tried(TableImport table, Path file, int lines, List<Rejection> faults) {}

  /** What was taken over. */
  public record Taken(TableImport table, int lines) {}

  @Inject @Any private Instance<TableImport> tables;
  @Inject private TakeTable takeTable;
  @Inject private ExportFiles files;
  @Inject private Jobs jobs;
  @Inject private Desk desk;

  /** Those for which the officer at the desk holds the right somewhere, by name. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public List<TableImport> offered() {
    return tables.stream()
        .filter(one -> desk.may(one.right()))
        .sorted(Comparator.comparing(TableImport::name))
        .map(one -> (TableImport) one)
        .toList();
  }

  /**
   * The import of the name.
   *
   * @throws NotFound if it is not offered
   */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public TableImport one(String name) {
    return offered().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * Begins to try; the job's result is a {@link Tried}.
   *
   * @throws Refusal {@code table.…} for what is no table of this list
   */
  @Allows(right = Rights.SIGNED_IN)
  @Requirement({"R116.2", "R116.5"})
  public UUID tryOut(@Valid Command command) throws IOException {
    var table = one(command.list());
    if (command.content().length > Tables.BYTES) {
      throw new Refusal("table.too-large", Tables.BYTES >> 20);
    }
    var file = files.fresh("table");
    Files.write(file, command.content());
    return jobs.start(
        progress -> {
          var read = ImportFile.read(table, command.content());
          progress.at(0, read.lines().size());
          return new Tried(table, file, read.lines().size(), takeTable.faults(table, read));
        });
  }

  /**
   * Takes over what was tried without a fault; the job's result is a {@link Taken}.
   *
   * @throws NotFound if the officer has tried nothing by that job
   * @throws Refusal {@code import.faults}
   */
  @Allows(right = Rights.SIGNED_IN)
  @Requirement("R116.3")
  public UUID take(@NotNull UUID job) {
    if (!(jobs.status(job).result() instanceof Tried tried) || !Files.exists(tried.file())) {
      throw new NotFound();
    }
    if (!tried.faults().isEmpty()) {
      throw new Refusal("import.faults", tried.faults().size());
    }
    var table = one(tried.table().name());
    return jobs.start(
        progress -> {
          var read = ImportFile.read(table, Files.readAllBytes(tried.file()));
          var lines = takeTable.take(table, read, progress);
          Files.deleteIfExists(tried.file());
          return new Taken(table, lines);
        });
  }
}
