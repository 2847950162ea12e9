package firstline.publicity.ledger;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A print run as it is typed. */
@Named
@RequestScoped
public class PrintFormPage {
  private static final String YUAN = "[0-9]{1,9}([.][0-9]{1,2})?";

  @Inject private LedgerQueries queries;
  @Inject private PrintCopies printCopies;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable UUID printed;

  public List<LedgerQueries.Printable> getVersions() {
    return queries.printable();
  }

  public String typed(String field) {
    return field.equals("area") && !screen.names("posted")
        ? desk.officer().areaCode()
        : screen.parameter(field);
  }

  public void print() {
    screen.run(
        () -> printed = printCopies.print(command()),
        "ledger.printed.done",
        () -> "/console/publicity/batch?id=" + Objects.requireNonNull(printed));
  }

  private PrintCopies.Command command() {
    var yuan = screen.parameter("cost");
    if (!yuan.matches(YUAN)) {
      throw new Refusal("ledger.cost");
    }
    var quantity = screen.parameter("quantity");
    return new PrintCopies.Command(
        screen.id("version"),
        screen.parameter("area"),
        screen.parameter("printer"),
        // What is no number is refused as no quantity.
        quantity.matches("[0-9]{1,18}") ? Long.parseLong(quantity) : -1,
        new BigDecimal(yuan).movePointRight(2).longValueExact());
  }
}
