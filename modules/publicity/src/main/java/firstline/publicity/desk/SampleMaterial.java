package firstline.publicity.desk;

import firstline.persistence.sample.SampleContribution;
import firstline.publicity.material.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/** The sample city's texts: one is out, one is in review, one is being written. */
@ApplicationScoped
public class SampleMaterial implements SampleContribution {
  @Inject private SampleVersions versions;

  @Override
  public int order() {
    return 200;
  }

  @Override
  public void found(Consumer<String> seat) {
    versions.publish(
        seat, versions.words(seat, Kind.SLOGAN, SampleVersions.FIRE, "森林防火标语", "进山不带火，入林不吸烟。"));
    versions.submit(
        seat,
        versions.words(
            seat, Kind.SMS, SampleVersions.FIRE, "森林防火短信", "【宜宾应急】近期天干物燥，请勿在林区用火。发现火情请拨打12119。"));
    versions.words(
        seat, Kind.VERSE, SampleVersions.FIRE, "森林防火顺口溜", "一点星火落山坡，十年树木化成灰。上坟祭祖不烧纸，鲜花一束寄哀思。");
  }
}
