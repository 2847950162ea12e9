package firstline.rumour.claim;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.tabular.RejectedLine;
import firstline.persistence.tabular.Tables;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The import of claims from a file. */
@Named
@RequestScoped
public class ClaimImportPage {
  @Inject private ImportClaims importClaims;
  @Inject private Screen screen;
  @Inject private Words words;
  @Inject private Desk desk;

  private @Nullable Part file;
  private ImportClaims.@Nullable Result result;

  public @Nullable Part getFile() {
    return file;
  }

  public void setFile(@Nullable Part file) {
    this.file = file;
  }

  public String getArea() {
    return screen.names("area") ? screen.parameter("area") : desk.officer().areaCode();
  }

  /** The report of what was just filed, or null. */
  public ImportClaims.@Nullable Result getResult() {
    return result;
  }

  public String why(RejectedLine rejected) {
    return words.refusal(new Refusal(rejected.code(), rejected.detail()));
  }

  /** Files them, and shows the report on this page. */
  public void run() {
    screen.attempt(
        () -> {
          var read = read();
          result =
              importClaims.run(new ImportClaims.Command(getArea(), read.lines(), read.rejected()));
        });
  }

  private ClaimFile.Read read() throws IOException {
    var part = file;
    if (part == null || part.getSize() == 0) {
      throw new Refusal("table.empty");
    }
    var name = Objects.requireNonNullElse(part.getSubmittedFileName(), "");
    try (var stream = part.getInputStream()) {
      return name.matches("(?i).*\\.(jsonl|ndjson|json)$")
          ? ClaimFile.jsonLines(stream)
          : ClaimFile.table(stream.readNBytes(Tables.BYTES + 1));
    }
  }
}
