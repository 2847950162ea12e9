package firstline.rumour.imported;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.tabular.RejectedLine;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The import of rebuttals from a file. */
@Named
@RequestScoped
public class ImportPage {
  @Inject private ImportRebuttals importRebuttals;
  @Inject private Screen screen;
  @Inject private Words words;
  @Inject private Desk desk;

  private @Nullable Part file;
  private ImportRebuttals.@Nullable Result result;

  public @Nullable Part getFile() {
    return file;
  }

  public void setFile(@Nullable Part file) {
    this.file = file;
  }

  public String getOrigin() {
    return screen.parameter("origin");
  }

  /** The report of what was just imported, or null. */
  public ImportRebuttals.@Nullable Result getResult() {
    return result;
  }

  public String why(RejectedLine rejected) {
    return words.refusal(new Refusal(rejected.code(), rejected.detail()));
  }

  /** Imports, and shows the report on this page: a second time changes nothing. */
  public void run() {
    screen.attempt(
        () -> {
          var read = read();
          result =
              importRebuttals.run(
                  new ImportRebuttals.Command(
                      getOrigin(), desk.officer().areaCode(), read.lines(), read.rejected()));
        });
  }

  private ImportFile.Read read() throws IOException {
    var part = file;
    if (part == null || part.getSize() == 0) {
      throw new Refusal("table.empty");
    }
    var name = Objects.requireNonNullElse(part.getSubmittedFileName(), "");
    try (var stream = part.getInputStream()) {
      return name.matches("(?i).*\\.(jsonl|ndjson|json)$")
          ? ImportFile.jsonLines(stream)
          : ImportFile.table(stream.readAllBytes());
    }
  }
}
