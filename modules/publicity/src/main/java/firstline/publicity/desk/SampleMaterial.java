package firstline.publicity.desk;

import firstline.persistence.sample.SampleContribution;
import firstline.publicity.collection.KeepCollection;
import firstline.publicity.material.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The sample city's texts: one is out, one is in review, one is being written; a collection. */
@ApplicationScoped
public class SampleMaterial implements SampleContribution {
  @Inject private SampleVersions versions;
  @Inject private KeepCollection keepCollection;

  @Override
  public int order() {
    return 200;
  }

  @Override
  public void found(Consumer<String> seat) {
    var slogan =
        versions.publish(
            seat, versions.words(seat, Kind.SLOGAN, SampleVersions.FIRE, "森林防火标语", "进山不带火，入林不吸烟。"));
    var message =
        versions.words(
            seat, Kind.SMS, SampleVersions.FIRE, "森林防火短信", "【宜宾应急】近期天干物燥，请勿在林区用火。发现火情请拨打12119。");
    versions.submit(seat, message);
    var verse =
        versions.words(
            seat, Kind.VERSE, SampleVersions.FIRE, "森林防火顺口溜", "一点星火落山坡，十年树木化成灰。上坟祭祖不烧纸，鲜花一束寄哀思。");
    keepCollection.pick(
        new KeepCollection.Pick(
            null, "清明防火宣传包", Stream.of(slogan, message, verse).map(versions::material).toList()));
  }
}
