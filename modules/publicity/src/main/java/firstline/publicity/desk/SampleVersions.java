package firstline.publicity.desk;

import firstline.publicity.material.Content;
import firstline.publicity.material.DraftMaterial;
import firstline.publicity.material.Kind;
import firstline.publicity.material.Material;
import firstline.publicity.material.MaterialQueries;
import firstline.publicity.material.PublishMaterial;
import firstline.publicity.material.ReviewMaterial;
import firstline.publicity.material.Source;
import firstline.publicity.material.SubmitMaterial;
import firstline.publicity.material.TakeFile;
import firstline.publicity.material.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** Takes material of the sample city through its officers' hands, as far as it is wanted. */
@ApplicationScoped
class SampleVersions {
  static final String CITY = "511500000000";
  static final UUID EPIDEMIC = UUID.fromString("00000000-0000-7000-8000-000000002001");
  static final UUID FIRE = UUID.fromString("00000000-0000-7000-8000-000000002002");

  @Inject private TakeFile takeFile;
  @Inject private DraftMaterial draftMaterial;
  @Inject private SubmitMaterial submitMaterial;
  @Inject private ReviewMaterial reviewMaterial;
  @Inject private PublishMaterial publishMaterial;
  @Inject private MaterialQueries queries;

  /** A draft of words alone; its version. */
  UUID words(Consumer<String> seat, Kind kind, UUID topic, String title, String text) {
    seat.accept("designer");
    var content = new Content(title, "", "", text, null, Source.FREE, "", null, null);
    return draft(kind, topic, "", content);
  }

  /** A draft of a picture; its version. */
  UUID picture(
      Consumer<String> seat,
      Kind kind,
      UUID topic,
      String title,
      String shows,
      Consumer<Graphics2D> drawing) {
    seat.accept("designer");
    var file =
        takeFile.take(
            new TakeFile.Command(new ByteArrayInputStream(png(drawing)), title + ".png", CITY));
    var content = new Content(title, "", shows, "", file, Source.FREE, "", null, null);
    return draft(kind, topic, kind == Kind.POSTER ? "A3" : "A5", content);
  }

  private UUID draft(Kind kind, UUID topic, String size, Content content) {
    return draftMaterial.draft(
        new DraftMaterial.Command(
            CITY,
            kind,
            new Material.Filing(topic, null),
            new Variant("zh", "", "", size),
            content));
  }

  /** The size of an A sheet, small. */
  private static byte[] png(Consumer<Graphics2D> drawing) {
    var image = new BufferedImage(297, 420, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    drawing.accept(pen);
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Hands the draft to a reviewer. */
  void submit(Consumer<String> seat, UUID version) {
    seat.accept("designer");
    submitMaterial.submit(new SubmitMaterial.Command(version, now(version).version()));
  }

  /** Has it reviewed and published; leaves the publisher at the desk. */
  UUID publish(Consumer<String> seat, UUID version) {
    submit(seat, version);
    seat.accept("designer.reviewer");
    var waiting = now(version);
    reviewMaterial.approve(new ReviewMaterial.Approve(version, waiting.version(), waiting.hash()));
    seat.accept("material.publisher");
    publishMaterial.publish(new PublishMaterial.Command(version, now(version).version()));
    return version;
  }

  /** The material whose version it is. */
  UUID material(UUID version) {
    return queries.of(version);
  }

  /** The version as it stands; the material has no other. */
  MaterialQueries.Version now(UUID version) {
    return queries.one(queries.of(version)).versions().get(0);
  }
}
