package firstline.console.figures;

import firstline.persistence.indicator.IndicatorContribution.Indicator;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.tabular.CsvWriter;
import firstline.persistence.tabular.XlsxWriter;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The rows of a figure as CSV or XLSX; a wrong question goes back to the page, which says why. */
@WebServlet("/console/figures-table")
public class FiguresTableServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final List<String> COLUMNS =
      List.of(
          "figures.day", "figures.area", "figures.area-code", "figures.source", "figures.value");

  @Inject private transient FigureQueries queries;
  @Inject private transient Desk desk;
  @Inject private transient Words words;
  @Inject private transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      var asked = asked(request);
      var figure = asked.among(queries.known());
      if (queries.above(asked.area()).isEmpty()) {
        throw new Refusal("figures.area", asked.area());
      }
      write(asked, figure, text(request, "format").equals("xlsx"), response);
    } catch (Refusal refusal) {
      var query = Objects.requireNonNullElse(request.getQueryString(), "");
      response.sendRedirect("/console/figures?" + query);
    }
  }

  private Asked asked(HttpServletRequest request) {
    return Asked.read(
        text(request, "key"),
        text(request, "area"),
        text(request, "from"),
        text(request, "to"),
        desk.officer().areaCode(),
        LocalDate.ofInstant(clock.instant(), Clocks.ZONE));
  }

  private void write(Asked asked, Indicator figure, boolean workbook, HttpServletResponse response)
      throws IOException {
    var lines =
        queries.lines(figure.key(), asked.area(), asked.from(), asked.to(), FigureQueries.MOST);
    var header = COLUMNS.stream().map(words::get).toList();
    var name = figure.key() + "-" + asked.area() + "-" + asked.from() + "-" + asked.to();
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"" + name + (workbook ? ".xlsx" : ".csv") + "\"");
    if (workbook) {
      response.setContentType(XlsxWriter.TYPE);
      try (var out = new XlsxWriter(response.getOutputStream())) {
        out.line(header);
        for (var line : lines) {
          out.line(
              List.of(
                  line.day().toString(),
                  line.areaName(),
                  line.areaCode(),
                  line.source(),
                  line.value()));
        }
      }
      return;
    }
    response.setContentType("text/csv;charset=UTF-8");
    try (var out =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
      var csv = new CsvWriter(out);
      csv.line(header);
      for (var line : lines) {
        csv.line(cells(line));
      }
    }
  }

  private static List<String> cells(FigureQueries.Line line) {
    return Stream.of(line.day(), line.areaName(), line.areaCode(), line.source(), line.value())
        .map(String::valueOf)
        .toList();
  }

  private static String text(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getParameter(name), "");
  }
}
