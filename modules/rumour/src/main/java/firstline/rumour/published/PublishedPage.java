package firstline.rumour.published;

import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.screen.Screen;
import firstline.persistence.text.PlainText;
import firstline.rumour.match.Matching;
import firstline.rumour.rumour.Verdict;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The public list, and the answer to "is it true?". */
@Named
@RequestScoped
public class PublishedPage {
  private static final int MATCHES = 5;
  private static final int LATEST = 5;
  private static final int LONGEST = 2_000;
  private static final int WORDS = 50;

  @Inject private PublishedList list;
  @Inject private PublicAreas publicAreas;
  @Inject private Matching matching;
  @Inject private Screen screen;

  private Page<PublishedList.Line> page = new Page<>(List.of(), "", "");
  private Matching.@Nullable Answer answer;
  private int count;
  private @Nullable List<PublishedList.Line> latest;
  private @Nullable List<PublicAreas.Choice> areas;
  private @Nullable List<Integer> years;

  @Requirement("R8.2")
  public void load() {
    if (getQ().isEmpty()) {
      page =
          list.list(
              getFilter(), Cursor.read(screen.parameter("after"), screen.parameter("before")));
      count = list.count(getFilter());
    } else {
      answer = matching.match(getQ(), MATCHES);
    }
  }

  /** What is asked about. */
  public String getQ() {
    return cut(PlainText.lines(screen.parameter("q")), LONGEST);
  }

  /** What the list is narrowed to; what no form of ours sends narrows nothing. */
  public PublishedList.Filter getFilter() {
    var year = number("year", 2000, 2999);
    return new PublishedList.Filter(
        Arrays.stream(Verdict.values())
            .map(Verdict::name)
            .filter(screen.parameter("verdict")::equals)
            .findFirst()
            .orElse(""),
        screen.parameter("area").matches("[0-9]{12}") ? screen.parameter("area") : "",
        year,
        year == 0 ? 0 : number("month", 1, 12),
        cut(PlainText.line(screen.parameter("words")), WORDS));
  }

  private int number(String name, int least, int most) {
    var text = screen.parameter(name);
    var value = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    return value >= least && value <= most ? value : 0;
  }

  private static String cut(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) : text;
  }

  public boolean isNarrowed() {
    return !getFilter().isNone();
  }

  public List<PublishedList.Line> getRows() {
    return page.rows();
  }

  /** The newest few, for the first page of the site. */
  public List<PublishedList.Line> getLatest() {
    if (latest == null) {
      var newest = list.list(PublishedList.Filter.NONE, Cursor.START).rows();
      latest = newest.subList(0, Math.min(LATEST, newest.size()));
    }
    return latest;
  }

  public int getCount() {
    return Math.min(count, PublishedList.COUNTED);
  }

  /** True if there are more than were counted. */
  public boolean isMore() {
    return count > PublishedList.COUNTED;
  }

  public List<Verdict> getVerdicts() {
    return List.of(Verdict.values());
  }

  public List<PublicAreas.Choice> getAreas() {
    if (areas == null) {
      areas = publicAreas.choices();
    }
    return areas;
  }

  public List<Integer> getYears() {
    if (years == null) {
      years = list.years();
    }
    return years;
  }

  public List<Integer> getMonths() {
    return IntStream.rangeClosed(1, 12).boxed().toList();
  }

  /** Null if nothing was asked. */
  public Matching.@Nullable Answer getAnswer() {
    return answer;
  }

  public String getNext() {
    return page.after().isEmpty() ? "" : address("after", page.after());
  }

  public String getPrevious() {
    return page.before().isEmpty() ? "" : address("before", page.before());
  }

  private String address(String name, String cursor) {
    var filter = getFilter();
    var address = new StringBuilder("/rumours?").append(name).append('=').append(cursor);
    add(address, "verdict", filter.verdict());
    add(address, "area", filter.area());
    add(address, "year", filter.year() == 0 ? "" : Integer.toString(filter.year()));
    add(address, "month", filter.month() == 0 ? "" : Integer.toString(filter.month()));
    add(address, "words", Screen.encode(filter.words()));
    return address.toString();
  }

  private static void add(StringBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address.append('&').append(name).append('=').append(value);
    }
  }
}
