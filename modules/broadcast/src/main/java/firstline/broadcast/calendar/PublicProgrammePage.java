package firstline.broadcast.calendar;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.screen.Screen;
import firstline.persistence.time.Clocks;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The programme of an area as the public sees it; the servlet has found the area. */
@Named("publicProgramme")
@RequestScoped
public class PublicProgrammePage {
  /** So that the page of a city stays below 60 KB. */
  private static final int IN_DAY = 40;

  private static final int ITEMS = 25;
  private static final int TEXT = 100;

  @Inject private PublicProgramme programme;
  @Inject private Screen screen;
  @Inject private Language language;

  private PublicProgramme.@Nullable Programme found;

  public PublicProgramme.Around getAround() {
    var around =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestMap()
            .get(PublicProgrammeServlet.AROUND);
    if (around instanceof PublicProgramme.Around here) {
      return here;
    }
    throw new NotFound();
  }

  private PublicProgramme.Programme programme() {
    if (found == null) {
      found = programme.programme(getAround().place(), language.tag());
    }
    return found;
  }

  public List<Airing> getOnAir() {
    return programme().onAir();
  }

  public List<PublicProgramme.Day> getDays() {
    return programme().days();
  }

  public List<PublicProgramme.Item> getItems() {
    return programme().items().stream().limit(ITEMS).toList();
  }

  public List<Airing> shown(PublicProgramme.Day day) {
    return day.airings().stream().limit(IN_DAY).toList();
  }

  public int hidden(PublicProgramme.Day day) {
    return Math.max(0, day.airings().size() - IN_DAY);
  }

  /** The beginning of a text. */
  public String beginning(String text) {
    var plain = text.replaceAll("\\s+", " ");
    return plain.codePointCount(0, plain.length()) <= TEXT
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, TEXT)) + "…";
  }

  public String weekday(LocalDate date) {
    return date.getDayOfWeek().getDisplayName(TextStyle.FULL, language.locale());
  }

  /** The minute, on China's clock. */
  public String time(Instant at) {
    return at.atZone(Clocks.ZONE).toLocalTime().withSecond(0).withNano(0).toString();
  }

  public String getPath() {
    return "/programme/" + getAround().place().code();
  }

  /** True for who reads badly: the same page in letters half as large again. */
  public boolean isLarge() {
    return screen.parameter("print").equals("large");
  }
}
