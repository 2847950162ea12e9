package firstline.market.campaign;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.tabular.CsvWriter;
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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** A campaign's figures by area and day: {@code /console/market/market-campaign.csv?id=}. */
@WebServlet("/console/market/market-campaign.csv")
public class CampaignServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final List<String> COLUMNS =
      List.of(
          "market-campaign.figure",
          "market-campaign.counts",
          "market-campaign.part",
          "market-campaign.day",
          "market-campaign.counted-value",
          "market-campaign.typed");

  @Inject private transient CampaignQueries campaigns;
  @Inject private transient FigureQueries figures;
  @Inject private transient Words words;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // One that the officer may not see is not found before anything is sent.
    var campaign = campaigns.one(id(request));
    var lines = figures.exported(campaign.line().id());
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Disposition", "attachment; filename=\"campaign.csv\"");
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

  private static UUID id(HttpServletRequest request) {
    try {
      return UUID.fromString(Objects.requireNonNullElse(request.getParameter("id"), ""));
    } catch (IllegalArgumentException e) {
      throw new NotFound();
    }
  }

  private List<String> cells(FigureQueries.Exported line) {
    var figure = line.figure();
    var typed = line.typed();
    return Stream.of(
            words.get("market-campaign.figure." + figure),
            words.get("market-campaign.counts." + figure),
            line.areaName(),
            line.day(),
            figure.write(line.value()),
            typed == null ? "" : figure.write(typed))
        .map(String::valueOf)
        .toList();
  }
}
