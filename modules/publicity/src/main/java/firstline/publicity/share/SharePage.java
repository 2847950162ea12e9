package firstline.publicity.share;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.setting.Settings;
import firstline.publicity.PublicityRights;
import firstline.publicity.material.MaterialQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Links to a material's versions, and the code by which others embed it. */
@Named
@RequestScoped
public class SharePage {
  @Inject private MaterialQueries queries;
  @Inject private ShareLinks shareLinks;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private MaterialQueries.@Nullable View view;
  private String made = "";

  public void load() {
    getView();
  }

  public MaterialQueries.View getView() {
    if (view == null) {
      view = queries.one(screen.id());
    }
    return Objects.requireNonNull(view);
  }

  public boolean isDrafting() {
    return desk.may(PublicityRights.DRAFT);
  }

  public List<ShareLinks.Line> getLinks() {
    return shareLinks.of(getView().id());
  }

  /** The link that was just made: shown this once. */
  public String getMade() {
    return made;
  }

  public String getCode() {
    return Embed.code(getView().number(), Settings.current().url());
  }

  public void make() {
    screen.attempt(
        () ->
            made =
                Settings.current()
                    .url()
                    .resolve(
                        "/share/"
                            + shareLinks.make(
                                new ShareLinks.Command(
                                    screen.id("version"), days(), screen.parameter("password"))))
                    .toString());
  }

  private int days() {
    var days = screen.parameter("days");
    return days.matches("[0-9]{1,3}") ? Integer.parseInt(days) : 0;
  }

  public void revoke() {
    screen.run(
        () -> {
          if (!screen.names("link")) {
            throw new Refusal("share.none-chosen");
          }
          shareLinks.revoke(screen.id("link"));
        },
        "share.done",
        "/console/publicity/share?id=" + screen.id());
  }
}
