package firstline.rumour.desk;

import firstline.rumour.release.ConfirmRelease;
import firstline.rumour.release.HandOver;
import firstline.rumour.release.KeepReceipt;
import firstline.rumour.release.ReleaseQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/**
 * What the sample city's publishers have taken out: most articles have their receipt, so that a
 * correction of one is still to be followed; some of the loudspeakers' scripts wait for theirs.
 */
@ApplicationScoped
class SampleReleases {
  @Inject private ReleaseQueries queries;
  @Inject private HandOver handOver;
  @Inject private ConfirmRelease confirmRelease;
  @Inject private Clock clock;

  /** The publisher at the desk takes out what was ordered for the rebuttal by hand. */
  void takeOut(UUID rebuttal) {
    for (var line : queries.of(rebuttal)) {
      if (line.channel().equals("WECHAT") && line.state().equals("QUEUED")) {
        handOver.handOver(new HandOver.Command(line.id(), line.version()));
        confirm(line.id(), "https://mp.example.com/s/" + line.number(), "");
      } else if (line.channel().equals("LOUDSPEAKER") && line.state().equals("QUEUED")) {
        handOver.handOver(new HandOver.Command(line.id(), line.version()));
        if (!line.number().endsWith("3") && !line.number().endsWith("7")) {
          confirm(line.id(), "", "全市 46 个村（社区）大喇叭早晚各播一次");
        }
      } else if (line.channel().equals("POSTER") && line.state().equals("QUEUED")) {
        handOver.handOver(new HandOver.Command(line.id(), line.version()));
        confirm(line.id(), "", "已交宣传部门制作海报");
      }
    }
  }

  private void confirm(UUID release, String url, String note) {
    confirmRelease.confirm(
        new ConfirmRelease.Command(
            release,
            queries.one(release).line().version(),
            new KeepReceipt.Seen(url, clock.instant(), note, null)));
  }
}
