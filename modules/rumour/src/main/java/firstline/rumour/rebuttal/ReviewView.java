package firstline.rumour.rebuttal;

import firstline.persistence.review.Difference;
import firstline.persistence.review.ReviewPanel;
import firstline.persistence.review.ReviewPanel.Change;
import firstline.persistence.words.Words;
import firstline.rumour.rebuttal.RebuttalQueries.Version;
import firstline.rumour.rebuttal.RebuttalQueries.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts the review of a version into words for the component that shows it. */
final class ReviewView {
  private final View view;
  private final ReviewQueries.Panel panel;
  private final Words words;

  ReviewView(View view, ReviewQueries.Panel panel, Words words) {
    this.view = view;
    this.panel = panel;
    this.words = words;
  }

  /**
   * The panel of one version.
   *
   * @param me whether the officer at the desk may give the next review: null if not a reviewer
   */
  ReviewPanel of(Version version, boolean reviews, UUID me, Instant now) {
    var review = panel.last(version);
    var newest = version == view.newest();
    var look = newest ? panel.look() : null;
    var shown = view.shown();
    var since =
        look != null
            ? look.content()
            : newest && shown != null && shown != version ? shown.content() : version.content();
    return new ReviewPanel(
        version.ordinal()
            + " · "
            + words.get("rumour.kind." + version.kind())
            + " "
            + version.note(),
        version.writerNames(),
        version.writtenAt(),
        version.submittedAt(),
        version.hash(),
        version.emergencyWhy(),
        review.map(ReviewPanel::steps).orElse(List.of()),
        version.awaitsReview() ? waiting() : "",
        review.map(one -> ReviewPanel.clock(one, now)).orElse(null),
        version.state().equals("RETURNED") ? version.returnedWhy() : null,
        look == null ? null : look.at(),
        changes(since, version.content()),
        reviews && version.awaitsReview() && ReviewQueries.barred(version).contains(me));
  }

  private String waiting() {
    return panel.waiting().stream()
        .map(reviewer -> reviewer.name() + " (" + reviewer.department() + ")")
        .collect(Collectors.joining(words.get("rumour.and")));
  }

  private List<Change> changes(Content before, Content now) {
    var changes = new ArrayList<Change>();
    var then = ContentForm.of(before);
    var after = ContentForm.of(now);
    var old = then.texts(before.written());
    after
        .texts(now.written())
        .forEach((field, text) -> add(changes, field.word(), old.getOrDefault(field, ""), text));
    add(changes, "verdict", verdict(then), verdict(after));
    add(changes, "place", then.scopePlace(), after.scopePlace());
    add(changes, "valid", span(then), span(after));
    add(changes, "review-by", then.reviewBy(), after.reviewBy());
    return changes;
  }

  private String verdict(ContentForm form) {
    return words.get("rumour.verdict." + form.verdict());
  }

  private static String span(ContentForm form) {
    return (form.validFrom() + " – " + form.validUntil()).replaceAll("^ – $", "");
  }

  private void add(List<Change> changes, String field, String before, String now) {
    if (!before.equals(now)) {
      changes.add(new Change(words.get("rumour.field." + field), Difference.of(before, now)));
    }
  }
}
