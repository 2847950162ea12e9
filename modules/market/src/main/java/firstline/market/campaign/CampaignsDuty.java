package firstline.market.campaign;

import firstline.persistence.right.ServerDesk;
import firstline.persistence.time.ClockworkStarted;
import firstline.persistence.time.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;

/** Counts the campaigns, and the same for the bulletin, every ten minutes. */
@ApplicationScoped
class CampaignsDuty {
  private static final String DUTY = "market.campaigns";

  @Inject private ServerDesk server;
  @Inject private CountCampaigns countCampaigns;
  @Inject private CountForBulletin countForBulletin;

  void start(@Observes ClockworkStarted event) {
    event.executor().scheduleWithFixedDelay(Duty.of(DUTY, this::count), 40, 600, TimeUnit.SECONDS);
  }

  private void count() {
    server.as(DUTY, countCampaigns::countAll);
    server.as(DUTY, countForBulletin::count);
  }
}
