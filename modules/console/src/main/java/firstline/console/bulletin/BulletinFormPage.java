package firstline.console.bulletin;

import firstline.persistence.indicator.IndicatorContribution;
import firstline.persistence.indicator.IndicatorContribution.Indicator;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A bulletin as it is written: from the standard text, again, or as a corrected issue. */
@Named
@RequestScoped
public class BulletinFormPage {
  private static final int DAYS = 30;

  @Inject private WriteBulletin writeBulletin;
  @Inject private BulletinQueries queries;
  @Inject private StandardText standardText;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Clock clock;
  @Inject @Any private Instance<IndicatorContribution> contributions;

  private BulletinQueries.@Nullable View from;
  private @Nullable UUID written;

  /** Reads what is written again or corrected, so that a wrong address is a page not found. */
  public void load() {
    from();
  }

  private BulletinQueries.@Nullable View from() {
    if (from == null && (screen.names("id") || screen.names("corrects"))) {
      from = queries.one(screen.id(screen.names("id") ? "id" : "corrects"));
    }
    return from;
  }

  public boolean isCorrecting() {
    return screen.names("corrects");
  }

  /** Number of the one that is corrected. */
  public String getCorrected() {
    var view = from();
    return view == null ? "" : view.line().number();
  }

  public boolean isEnglish() {
    var view = from();
    return view != null ? view.english() : screen.parameter("language").equals("en");
  }

  public long getVersion() {
    var view = from();
    return view == null || isCorrecting() ? 0 : view.version();
  }

  /** What stands in a field: typed, of the bulletin, or of the standard text. */
  public String typed(String field) {
    if (screen.names("posted")) {
      return screen.parameter(field);
    }
    var view = from();
    var today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    return switch (field) {
      case "area" -> view == null ? desk.officer().areaCode() : view.area();
      case "since" -> (view == null ? today.minusDays(DAYS - 1L) : view.line().since()).toString();
      case "until" -> (view == null ? today : view.line().until()).toString();
      default -> text(view, field);
    };
  }

  private String text(BulletinQueries.@Nullable View view, String field) {
    var text = view == null ? standardText.of(isEnglish()) : view.text();
    return switch (field) {
      case "title" -> text.title();
      case "body" -> text.body();
      case "message" -> text.message();
      case "spoken" -> text.spoken();
      default -> "";
    };
  }

  /** Every figure that may be named, by key. */
  public List<Indicator> getIndicators() {
    return contributions.stream()
        .flatMap(module -> module.indicators().stream())
        .sorted(Comparator.comparing(Indicator::key))
        .toList();
  }

  public void keep() {
    screen.run(
        () ->
            written =
                writeBulletin.write(
                    new WriteBulletin.Command(
                        screen.names("id") ? screen.id() : null,
                        screen.version(),
                        screen.parameter("area"),
                        isEnglish(),
                        new BulletinText(
                            screen.parameter("title"),
                            screen.parameter("body"),
                            screen.parameter("message"),
                            screen.parameter("spoken")),
                        day("since"),
                        day("until"),
                        isCorrecting() ? screen.id("corrects") : null)),
        "bulletin.kept",
        () -> "/console/bulletin?id=" + Objects.requireNonNull(written));
  }

  private LocalDate day(String field) {
    var typed = screen.parameter(field).strip();
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeException e) {
      throw new Refusal("bulletin.date", typed);
    }
  }
}
