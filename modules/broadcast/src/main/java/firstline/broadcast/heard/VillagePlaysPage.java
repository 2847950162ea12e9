package firstline.broadcast.heard;

import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The plays of a village, where the page of coverage has no areas below to show. */
@Named
@RequestScoped
public class VillagePlaysPage {
  @Inject private HeardQueries queries;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable List<HeardPlay> plays;

  private String area() {
    var typed = screen.parameter("area");
    return typed.matches("[0-9]{12}") ? typed : desk.officer().areaCode();
  }

  /** True if the area has none below it. */
  public boolean isVillage() {
    return !queries.hasBelow(area());
  }

  /** Those of the days from the first to the last, the latest first. */
  public List<HeardPlay> plays(LocalDate from, LocalDate to, String kind) {
    if (plays == null) {
      plays =
          queries.byVillage(
              area(),
              from.atStartOfDay(Clocks.ZONE).toInstant(),
              to.plusDays(1).atStartOfDay(Clocks.ZONE).toInstant(),
              kind,
              after());
    }
    return plays;
  }

  private long after() {
    var typed = screen.parameter("after");
    return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
  }

  /** Address of the page after this one below the address of the first one, or empty. */
  public String next(String address) {
    return plays == null
            || plays.stream().map(HeardPlay::play).distinct().count() < HeardQueries.PLAYS
        ? ""
        : address + "&after=" + plays.get(plays.size() - 1).play();
  }
}
