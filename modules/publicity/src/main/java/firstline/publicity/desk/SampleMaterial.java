package firstline.publicity.desk;

import firstline.persistence.sample.SampleContribution;
import firstline.publicity.material.Content;
import firstline.publicity.material.DraftMaterial;
import firstline.publicity.material.Kind;
import firstline.publicity.material.Material;
import firstline.publicity.material.MaterialQueries;
import firstline.publicity.material.PublishMaterial;
import firstline.publicity.material.ReviewMaterial;
import firstline.publicity.material.Source;
import firstline.publicity.material.SubmitMaterial;
import firstline.publicity.material.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Consumer;

/** The sample city's material. */
@ApplicationScoped
public class SampleMaterial implements SampleContribution {
  private static final String CITY = "511500000000";
  private static final UUID FIRE = UUID.fromString("00000000-0000-7000-8000-000000002002");

  @Inject private DraftMaterial draftMaterial;
  @Inject private SubmitMaterial submitMaterial;
  @Inject private ReviewMaterial reviewMaterial;
  @Inject private PublishMaterial publishMaterial;
  @Inject private MaterialQueries queries;

  @Override
  public int order() {
    return 200;
  }

  @Override
  public void found(Consumer<String> seat) {
    publish(seat, words(seat, Kind.SLOGAN, "森林防火标语", "进山不带火，入林不吸烟。"));
    submit(seat, words(seat, Kind.SMS, "森林防火短信", "【宜宾应急】近期天干物燥，请勿在林区用火。发现火情请拨打12119。"));
    words(seat, Kind.VERSE, "森林防火顺口溜", "一点星火落山坡，十年树木化成灰。上坟祭祖不烧纸，鲜花一束寄哀思。");
  }

  private UUID words(Consumer<String> seat, Kind kind, String title, String text) {
    seat.accept("designer");
    return draftMaterial.draft(
        new DraftMaterial.Command(
            CITY,
            kind,
            new Material.Filing(FIRE, null),
            new Variant("zh", "", "", ""),
            new Content(title, "", "", text, null, Source.FREE, "", null, null)));
  }

  private void submit(Consumer<String> seat, UUID version) {
    seat.accept("designer");
    submitMaterial.submit(new SubmitMaterial.Command(version, row(version).version()));
  }

  private void publish(Consumer<String> seat, UUID version) {
    submit(seat, version);
    seat.accept("designer.reviewer");
    var waiting = row(version);
    reviewMaterial.approve(new ReviewMaterial.Approve(version, waiting.version(), waiting.hash()));
    seat.accept("material.publisher");
    publishMaterial.publish(new PublishMaterial.Command(version, row(version).version()));
  }

  private MaterialQueries.Version row(UUID version) {
    return queries.one(queries.of(version)).versions().get(0);
  }
}
