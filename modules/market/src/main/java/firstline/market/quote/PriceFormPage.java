package firstline.market.quote;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.screen.Screen;
import firstline.persistence.tabular.RejectedLine;
import firstline.persistence.time.Clocks;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A quote as it is typed on the spot, or a file of them. */
@Named
@RequestScoped
public class PriceFormPage {
  @Inject private PriceQueries queries;
  @Inject private TakeQuotes takeQuotes;
  @Inject private Screen screen;
  @Inject private Words words;
  @Inject private Clock clock;

  private @Nullable Part file;
  private TakeQuotes.@Nullable Result result;

  public @Nullable Part getFile() {
    return file;
  }

  public void setFile(@Nullable Part file) {
    this.file = file;
  }

  public List<PriceQueries.Named> getPoints() {
    return queries.points();
  }

  public List<PriceQueries.Named> getGoods() {
    return queries.goods();
  }

  public String typed(String field) {
    return field.equals("quotedOn") && screen.parameter(field).isEmpty()
        ? LocalDate.now(clock.withZone(Clocks.ZONE)).toString()
        : screen.parameter(field);
  }

  /** The report of a file that was just read, or null. */
  public TakeQuotes.@Nullable Result getResult() {
    return result;
  }

  public String why(RejectedLine rejected) {
    return words.refusal(new Refusal(rejected.code(), rejected.detail()));
  }

  /** Takes the quote that is typed; the point stays chosen for the next one. */
  public void enter() {
    screen.run(
        () -> {
          var line =
              new QuoteLine(
                  1,
                  screen.parameter("point"),
                  screen.parameter("goods"),
                  screen.parameter("unit"),
                  screen.parameter("price"),
                  screen.parameter("cost"),
                  screen.parameter("quotedOn"),
                  screen.parameter("lastTrade"));
          var taken = takeQuotes.take(new TakeQuotes.Command(false, List.of(line), List.of()));
          for (var rejected : taken.rejected()) {
            throw new Refusal(rejected.code(), rejected.detail());
          }
        },
        "quote.taken",
        () -> "/console/market/price-form?point=" + Screen.encode(screen.parameter("point")));
  }

  /** Takes a file, and shows the report on this page. */
  public void bring() {
    screen.attempt(
        () -> {
          var part = file;
          if (part == null || part.getSize() == 0) {
            throw new Refusal("table.empty");
          }
          try (var stream = part.getInputStream()) {
            var read = QuoteFile.read(stream.readAllBytes());
            result = takeQuotes.take(new TakeQuotes.Command(false, read.lines(), read.rejected()));
          }
        });
  }
}
