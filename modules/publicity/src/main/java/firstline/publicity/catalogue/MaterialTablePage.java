package firstline.publicity.catalogue;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.screen.Screen;
import firstline.persistence.tabular.LineReport;
import firstline.persistence.tabular.Tables;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import org.jspecify.annotations.Nullable;

/** Metadata that come back as a table. */
@Named
@RequestScoped
public class MaterialTablePage {
  @Inject private MetadataTable table;
  @Inject private Screen screen;

  private @Nullable Part file;
  private @Nullable LineReport report;

  public @Nullable Part getFile() {
    return file;
  }

  public void setFile(@Nullable Part file) {
    this.file = file;
  }

  /** What became of the lines that were just read, or null. */
  public @Nullable LineReport getReport() {
    return report;
  }

  /** Takes the table over, and shows the report on this page. */
  public void run() {
    screen.attempt(
        () -> {
          var part = file;
          if (part == null) {
            throw new Refusal("table.empty");
          }
          try (var stream = part.getInputStream()) {
            report = table.take(stream.readNBytes(Tables.BYTES + 1));
          }
        });
  }
}
