package firstline.rumour.published;

import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.screen.Screen;
import firstline.rumour.match.Matching;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The public list, and the answer to "is it true?". */
@Named
@RequestScoped
public class PublishedPage {
  private static final int MATCHES = 5;
  private static final int LONGEST = 2_000;

  @Inject private PublishedQueries queries;
  @Inject private Matching matching;
  @Inject private Screen screen;

  private Page<PublishedQueries.Line> page = new Page<>(List.of(), "", "");
  private Matching.@Nullable Answer answer;

  public void load() {
    if (getQ().isBlank()) {
      page = queries.list(Cursor.read(screen.parameter("after"), screen.parameter("before")));
    } else {
      answer = matching.match(getQ(), MATCHES);
    }
  }

  public String getQ() {
    var q = screen.parameter("q");
    return q.length() > LONGEST ? q.substring(0, LONGEST) : q;
  }

  public List<PublishedQueries.Line> getRows() {
    return page.rows();
  }

  /** Null if nothing was asked. */
  public Matching.@Nullable Answer getAnswer() {
    return answer;
  }

  public String getNext() {
    return page.after().isEmpty() ? "" : "/rumours?after=" + page.after();
  }

  public String getPrevious() {
    return page.before().isEmpty() ? "" : "/rumours?before=" + page.before();
  }
}
