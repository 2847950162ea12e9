package firstline.console.bulletin;

import firstline.persistence.right.Desk;
import firstline.persistence.sample.SampleContribution;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The bulletins of the sample city: that of the week before is issued, that of the last month waits
 * as a draft in both languages.
 */
@ApplicationScoped
public class SampleBulletins implements SampleContribution {
  private static final int DAYS = 30;
  private static final int WEEK = 7;

  @Inject private WriteBulletin writeBulletin;
  @Inject private SubmitBulletin submitBulletin;
  @Inject private ReviewBulletin reviewBulletin;
  @Inject private StandardText standardText;
  @Inject private BulletinQueries queries;
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
    var issued = written(false, today.minusDays(WEEK), today.minusDays(1));
    submitBulletin.submit(new SubmitBulletin.Command(issued, queries.one(issued).version()));
    seat.accept("bulletin.reviewer");
    reviewBulletin.approve(read(issued));
    seat.accept("bulletin.signer");
    reviewBulletin.sign(read(issued));
    seat.accept("bulletin.writer");
    written(true, today.minusDays(DAYS - 1L), today);
    written(false, today.minusDays(DAYS - 1L), today);
  }

  private UUID written(boolean english, LocalDate since, LocalDate until) {
    return writeBulletin.write(
        new WriteBulletin.Command(
            null,
            0,
            desk.officer().areaCode(),
            english,
            standardText.of(english),
            since,
            until,
            null));
  }

  private ReviewBulletin.Approve read(UUID id) {
    var shown = queries.one(id);
    return new ReviewBulletin.Approve(id, shown.version(), shown.hash());
  }
}
