package firstline.publicity.order;

import firstline.persistence.right.Desk;
import firstline.persistence.tabular.CsvWriter;
import firstline.persistence.time.Clocks;
import firstline.persistence.words.Words;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The report of differences as a table: {@code /console/publicity/order-report.csv}. */
@WebServlet("/console/publicity/order-report.csv")
public class OrderReportServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final List<String> COLUMNS =
      List.of(
          "order.number",
          "order.asked-at",
          "publicity.area",
          "order.unit",
          "publicity.title",
          "order.state",
          "order.asked",
          "order.granted",
          "order.sent",
          "order.received",
          "order.on-the-way",
          "order.missing");

  @Inject private transient OrderReport report;
  @Inject private transient Desk desk;
  @Inject private transient Words words;
  @Inject private transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var now = YearMonth.now(clock.withZone(Clocks.ZONE));
    var area = text(request, "area");
    var lines =
        report.lines(
            new OrderReport.Asked(
                area.matches("[0-9]{12}") ? area : desk.officer().areaCode(),
                Months.read(text(request, "from"), now),
                Months.read(text(request, "until"), now)),
            OrderReport.MOST);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"orders.csv\"");
    try (var out =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
      var csv = new CsvWriter(out);
      csv.line(COLUMNS.stream().map(words::get).toList());
      for (var line : lines) {
        csv.line(cells(line));
      }
    }
  }

  private List<String> cells(OrderQueries.Line line) {
    var standing = line.standing();
    return Stream.of(
            line.number(),
            words.time(line.askedAt()),
            line.areaName(),
            words.get("order.unit." + line.unit()),
            line.title(),
            words.get("order.state." + standing.state()),
            standing.asked(),
            standing.granted() == null ? "" : standing.granted(),
            standing.sent(),
            standing.received(),
            standing.onTheWay(),
            standing.missing())
        .map(String::valueOf)
        .toList();
  }

  private static String text(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getParameter(name), "");
  }
}
