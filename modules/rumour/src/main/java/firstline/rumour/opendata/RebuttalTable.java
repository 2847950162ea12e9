package firstline.rumour.opendata;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.tabular.CsvWriter;
import firstline.rumour.published.ClaimReview;
import firstline.rumour.published.PublishedQueries;
import firstline.rumour.rumour.Source;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** All rebuttals as a table. Of a withdrawn one only number, notice and instants are left. */
final class RebuttalTable {
  private static final Map<String, BiFunction<PublishedQueries.View, URI, String>> COLUMNS =
      new LinkedHashMap<>();

  /** What a withdrawn rebuttal still says. */
  private static final List<String> KEPT =
      List.of(
          "number",
          "url",
          "state",
          "language",
          "area_code",
          "area",
          "department",
          "origin",
          "first_published",
          "changed",
          "withdrawn",
          "notice");

  static {
    column("number", (view, site) -> view.number());
    column("url", (view, site) -> site.resolve("/rumours/" + view.number()).toString());
    column("state", (view, site) -> view.isWithdrawn() ? "WITHDRAWN" : "PUBLISHED");
    column("verdict", (view, site) -> view.verdict().name());
    column("rating", (view, site) -> Integer.toString(view.verdict().rating()));
    column("fact", (view, site) -> view.fact());
    column("claim", (view, site) -> view.claim());
    column("explanation", (view, site) -> view.explanation());
    column("sources", (view, site) -> sources(view.sources()));
    column("language", (view, site) -> view.language());
    column("area_code", (view, site) -> view.areaCode());
    column("area", (view, site) -> view.areaName());
    column("department", (view, site) -> view.departmentName());
    column("origin", (view, site) -> Objects.requireNonNullElse(view.origin(), ""));
    column("first_published", (view, site) -> ClaimReview.time(view.published()));
    column("changed", (view, site) -> ClaimReview.time(view.publicAt()));
    column("version", (view, site) -> Integer.toString(view.ordinal()));
    column("kind", (view, site) -> view.kind());
    column("note", (view, site) -> view.note());
    column("sha256", (view, site) -> view.hash());
    column("withdrawn", (view, site) -> withdrawn(view));
    column("notice", (view, site) -> Objects.requireNonNullElse(view.notice(), ""));
  }

  private final CsvWriter csv;
  private final URI site;

  /** Begins the table with the names of its columns. */
  RebuttalTable(Appendable out, URI site) throws IOException {
    this.csv = new CsvWriter(out);
    this.site = site;
    csv.line(columns());
  }

  /** The names of the columns, in order. */
  static List<String> columns() {
    return List.copyOf(COLUMNS.keySet());
  }

  /** Some more lines. */
  @Requirement("R8.9")
  void write(List<PublishedQueries.View> views) throws IOException {
    for (var view : views) {
      csv.line(
          COLUMNS.entrySet().stream()
              .map(
                  column ->
                      view.isWithdrawn() && !KEPT.contains(column.getKey())
                          ? ""
                          : column.getValue().apply(view, site))
              .toList());
    }
  }

  private static void column(String name, BiFunction<PublishedQueries.View, URI, String> cell) {
    COLUMNS.put(name, cell);
  }

  private static String withdrawn(PublishedQueries.View view) {
    var at = view.withdrawnAt();
    return at == null ? "" : ClaimReview.time(at);
  }

  private static String sources(List<Source> sources) {
    return sources.stream()
        .map(source -> (source.name() + ' ' + source.url()).strip())
        .collect(Collectors.joining("\n"));
  }
}
