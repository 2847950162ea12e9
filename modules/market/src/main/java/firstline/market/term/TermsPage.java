package firstline.market.term;

import firstline.market.clock.Rule;
import firstline.market.clock.Rules;
import firstline.market.term.TermQueries.Asked;
import firstline.market.term.TermQueries.Show;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** The deadline desk: what must be done until when. */
@Named
@RequestScoped
public class TermsPage {
  private static final String HERE = "/console/market/terms?";

  @Inject private TermQueries queries;
  @Inject private Screen screen;
  @Inject private Language language;

  private Page<TermQueries.Line> page = new Page<>(List.of(), "", "");

  public void load() {
    page =
        queries.list(
            asked(show()), Cursor.read(screen.parameter("after"), screen.parameter("before")));
  }

  private Show show() {
    return Arrays.stream(Show.values())
        .filter(one -> one.name().equals(screen.parameter("show")))
        .findFirst()
        .orElse(Show.ALL);
  }

  private Asked asked(Show show) {
    return new Asked(show, isArea(), getRule());
  }

  public String getShow() {
    return show().name();
  }

  /** What may be shown. */
  public List<String> getShows() {
    return Arrays.stream(Show.values()).map(Enum::name).toList();
  }

  /** True if every department within the officer's areas is shown. */
  public boolean isArea() {
    return screen.parameter("whose").equals("area");
  }

  public String getRule() {
    return screen.parameter("rule");
  }

  /** Rules that records may have. */
  public List<String> getRules() {
    return Rules.shipped().all().stream().map(Rule::id).distinct().toList();
  }

  public List<TermQueries.Line> getRows() {
    return page.rows();
  }

  public long getOverdue() {
    return queries.count(asked(Show.OVERDUE));
  }

  public long getSoon() {
    return queries.count(asked(Show.SOON));
  }

  /** Law and article in the reader's language. */
  public String source(Rule rule) {
    return language.english() ? rule.sourceEn() : rule.sourceZh();
  }

  /** Address of the same list with another choice of what is shown. */
  public String showing(String show) {
    return HERE
        + "show="
        + show
        + (isArea() ? "&whose=area" : "")
        + (getRule().isEmpty() ? "" : "&rule=" + Screen.encode(getRule()));
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return page.after().isEmpty() ? "" : showing(getShow()) + "&after=" + page.after();
  }

  /** Address of the page before this one, or empty. */
  public String getPrevious() {
    return page.before().isEmpty() ? "" : showing(getShow()) + "&before=" + page.before();
  }
}
