package firstline.rumour.opendata;

import firstline.persistence.words.Bundles;
import java.util.List;

/** How an entry reads, whatever the form of the feed. */
final class FeedWords {
  private FeedWords() {}

  /** The fact; with a mark before it if it was withdrawn. */
  static String title(FeedQueries.Entry entry) {
    return entry.notice() == null
        ? entry.fact()
        : Bundles.words(entry.language(), "rumour.feed.withdrawn", List.of(entry.fact()));
  }

  /** The claim, after what was corrected; or the notice of the withdrawal. */
  static String summary(FeedQueries.Entry entry) {
    var notice = entry.notice();
    if (notice != null) {
      return notice;
    }
    var claim = Bundles.words(entry.language(), "rumour.feed.claim", List.of(entry.claim()));
    if (!entry.isCorrected()) {
      return claim;
    }
    var kind = Bundles.words(entry.language(), "rumour.kind." + entry.kind());
    return Bundles.words(entry.language(), "rumour.feed.corrected", List.of(kind, entry.note()))
        + ' '
        + claim;
  }

  /** The verdict's word, or that it was withdrawn. */
  static String tag(FeedQueries.Entry entry) {
    return Bundles.words(
        entry.language(),
        entry.notice() == null ? "rumour.verdict." + entry.verdict() : "rumour.state.WITHDRAWN");
  }
}
