package firstline.rumour.release;

import firstline.persistence.file.FileLimits;
import firstline.persistence.file.KeepFile;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes in what an officer brings back from a channel. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class KeepReceipt {
  private static final FileLimits LIMITS = FileLimits.of(FileLimits.PICTURES, 20L << 20);

  /**
   * A receipt as it comes in.
   *
   * @param url where it was seen, or empty
   * @param appearedAt when it appeared there, or was gone
   */
  public record Seen(String url, Instant appearedAt, String note, @Nullable Picture picture) {}

  /** A picture as it comes in; closed by the caller. */
  public record Picture(InputStream content, String name) {}

  @Inject private KeepFile keepFile;

  /** The receipt, its picture kept for the officers of the area. */
  Receipt keep(Seen seen, String area) {
    var picture = seen.picture();
    if (picture == null) {
      return new Receipt(seen.url(), seen.appearedAt(), seen.note(), null, null);
    }
    try {
      var kept =
          keepFile.keep(new KeepFile.Command(picture.content(), picture.name(), area, LIMITS));
      return new Receipt(seen.url(), seen.appearedAt(), seen.note(), kept.id(), kept.sha256());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
