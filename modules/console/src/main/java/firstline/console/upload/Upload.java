package firstline.console.upload;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.screen.Screen;
import firstline.persistence.tabular.LineReport;
import firstline.persistence.tabular.Tables;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A table that somebody chose, and what became of its lines. */
@Named
@RequestScoped
public class Upload {
  @Inject private Screen screen;
  private @Nullable Part file;
  private @Nullable LineReport report;

  /** Reads the file and hands its bytes to the import; a refusal becomes a message. */
  public void take(Function<byte[], LineReport> table) {
    if (file == null) {
      screen.refuse(new Refusal("table.empty"));
      return;
    }
    try (var stream = file.getInputStream()) {
      report = table.apply(stream.readNBytes(Tables.BYTES + 1));
    } catch (Refusal refusal) {
      screen.refuse(refusal);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public @Nullable Part getFile() {
    return file;
  }

  public void setFile(@Nullable Part file) {
    this.file = file;
  }

  public @Nullable LineReport getReport() {
    return report;
  }

  public int getAccepted() {
    return report == null ? 0 : report.accepted();
  }
}
