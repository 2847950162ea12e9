package firstline.console.imports;

import firstline.persistence.imports.Column;
import firstline.persistence.imports.ImportFile;
import firstline.persistence.imports.TableImport;
import firstline.persistence.job.Jobs;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.screen.Screen;
import firstline.persistence.tabular.LineReport.Rejection;
import firstline.persistence.tabular.Tables;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One import: template and file, the job that tries it, its report, and the job that takes it. */
@Named("imports")
@RequestScoped
public class ImportPage {
  /** So many faults are shown; more than that, somebody mends in the file first. */
  private static final int SHOWN = 500;

  @Inject private BringTable bring;
  @Inject private Jobs jobs;
  @Inject private Screen screen;

  private @Nullable Part file;
  private @Nullable TableImport table;
  private Jobs.@Nullable Status job;

  public List<TableImport> getOffered() {
    return bring.offered();
  }

  /** True if the list of the name can be brought by the officer at the desk. */
  public boolean offers(String name) {
    return getOffered().stream().anyMatch(one -> one.name().equals(name));
  }

  /** Empty while none was chosen. */
  public String getName() {
    return screen.parameter("list");
  }

  public TableImport getTable() {
    if (table == null) {
      table = bring.one(getName());
    }
    return table;
  }

  public String header(String name) {
    return getTable().columns().stream()
        .filter(column -> column.name().equals(name))
        .map(ImportFile::header)
        .findFirst()
        .orElse("");
  }

  public String heading(Column column) {
    return ImportFile.header(column);
  }

  public @Nullable Part getFile() {
    return file;
  }

  public void setFile(@Nullable Part file) {
    this.file = file;
  }

  /** Tries what was chosen, on the job's page. */
  public void check() {
    var chosen = file;
    screen.attempt(
        () -> {
          if (chosen == null) {
            throw new Refusal("table.empty");
          }
          begun(bring.tryOut(new BringTable.Command(getName(), bytes(chosen))));
        });
  }

  private static byte[] bytes(Part chosen) throws IOException {
    try (var stream = chosen.getInputStream()) {
      return stream.readNBytes(Tables.BYTES + 1);
    }
  }

  /** Takes over what the job tried. */
  public void take() {
    screen.attempt(() -> begun(bring.take(screen.id("job"))));
  }

  private void begun(UUID id) {
    screen.go(here() + "&job=" + id);
  }

  public boolean isBegun() {
    return screen.names("job");
  }

  /** Read once: one that ends while the page is written would be told of twice. */
  public Jobs.Status getJob() {
    if (job == null) {
      job = jobs.status(screen.id("job"));
    }
    return job;
  }

  public String getHere() {
    return here() + "&job=" + screen.id("job");
  }

  private String here() {
    return "/console/import?list=" + Screen.encode(getName());
  }

  public BringTable.@Nullable Tried getTried() {
    return getJob().result() instanceof BringTable.Tried tried ? tried : null;
  }

  public BringTable.@Nullable Taken getTaken() {
    return getJob().result() instanceof BringTable.Taken taken ? taken : null;
  }

  public List<Rejection> getFaults() {
    var tried = getTried();
    return tried == null
        ? List.of()
        : tried.faults().subList(0, Math.min(SHOWN, tried.faults().size()));
  }
}
