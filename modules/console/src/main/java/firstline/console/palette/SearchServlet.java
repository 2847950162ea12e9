package firstline.console.palette;

import firstline.persistence.api.JsonAnswer;
import firstline.persistence.search.SearchContribution;
import firstline.persistence.search.SearchHit;
import firstline.persistence.words.Words;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Answers the palette: {@code {"hits": [{"kind", "title", "href"}]}}, at most {@value #LIMIT},
 * lines of the rail and what may be begun first. Kind and title are words in the reader's language.
 * Each contribution looks within the officer's own scope and finds nothing for whoever lacks its
 * right.
 */
@WebServlet("/console/search")
public class SearchServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LIMIT = 20;
  private static final int LONGEST = 100;

  @Inject private transient PalettePages pages;
  @Inject private transient Words words;
  @Inject @Any private transient Instance<SearchContribution> contributions;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var asked = Objects.requireNonNullElse(request.getParameter("q"), "").strip();
    var q = asked.substring(0, Math.min(LONGEST, asked.length()));
    var hits = Json.createArrayBuilder();
    if (!q.isEmpty()) {
      Stream.concat(pages.search(q), records(q))
          .limit(LIMIT)
          .forEach(
              hit ->
                  hits.add(
                      Json.createObjectBuilder()
                          .add("kind", words.get("search." + hit.kind()))
                          .add("title", hit.title())
                          .add("href", hit.href())));
    }
    JsonAnswer.send(response, Json.createObjectBuilder().add("hits", hits));
  }

  private Stream<SearchHit> records(String q) {
    return contributions.stream().flatMap(contribution -> contribution.search(q, LIMIT).stream());
  }
}
