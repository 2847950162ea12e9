package firstline.rumour.rebuttal;

import firstline.persistence.review.Review;
import firstline.persistence.review.ReviewPanel;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The review sheet: everything about the newest version on paper, with lines to sign on. */
@Named
@RequestScoped
public class SheetPage {
  private static final int SIGNED = 3;

  @Inject private RebuttalQueries queries;
  @Inject private ReviewQueries reviewQueries;
  @Inject private Screen screen;
  @Inject private Words words;

  private RebuttalQueries.@Nullable View view;
  private ReviewQueries.@Nullable Panel panel;
  private @Nullable List<ReviewQueries.Proof> evidence;

  public RebuttalQueries.View getView() {
    if (view == null) {
      view = queries.one(screen.id());
    }
    return view;
  }

  private ReviewQueries.Panel panel() {
    if (panel == null) {
      panel = reviewQueries.of(getView());
    }
    return panel;
  }

  public Content getContent() {
    return getView().newest().content();
  }

  public Variants getVariants() {
    return getContent().variants();
  }

  /** Minutes and seconds that the script takes. */
  public String getReading() {
    return PreviewServlet.reading(words, ReadingRate.current().seconds(getVariants().script()));
  }

  public List<ReviewQueries.Proof> getEvidence() {
    if (evidence == null) {
      evidence = reviewQueries.evidence(getView());
    }
    return evidence;
  }

  /** The steps as decided so far; before submission the lines alone. */
  public List<ReviewPanel.Step> getSteps() {
    return panel().last(getView().newest()).map(ReviewPanel::steps).orElse(unsigned());
  }

  public boolean isEmergency() {
    return panel()
        .last(getView().newest())
        .filter(review -> review.lane() == Review.Lane.EMERGENCY)
        .isPresent();
  }

  public List<Comments.Comment> getOpenComments() {
    return panel().comments().stream().filter(Comments.Comment::isOpen).toList();
  }

  private static List<ReviewPanel.Step> unsigned() {
    return IntStream.rangeClosed(1, SIGNED)
        .mapToObj(number -> new ReviewPanel.Step(number, ReviewPanel.State.AHEAD, null))
        .toList();
  }
}
