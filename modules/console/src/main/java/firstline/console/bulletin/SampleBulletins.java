package firstline.console.bulletin;

import firstline.persistence.right.Desk;
import firstline.persistence.sample.SampleContribution;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** The bulletin of the sample city's last month as a draft, in both languages. */
@ApplicationScoped
public class SampleBulletins implements SampleContribution {
  private static final int DAYS = 30;

  @Inject private WriteBulletin writeBulletin;
  @Inject private StandardText standardText;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Override
  public int order() {
    return 900;
  }

  @Override
  public void found(Consumer<String> seat) {
    seat.accept("bulletin.writer");
    var today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    for (var english : List.of(true, false)) {
      writeBulletin.write(
          new WriteBulletin.Command(
              null,
              0,
              desk.officer().areaCode(),
              english,
              standardText.of(english),
              today.minusDays(DAYS - 1L),
              today,
              null));
    }
  }
}
