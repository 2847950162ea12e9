package firstline.rumour.claim;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form for a new claim: seen by the officer, or brought by somebody who came or called. */
@Named
@RequestScoped
public class ClaimPage {
  @Inject private FileClaim fileClaim;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private FileClaim.@Nullable Filed filed;

  public String getText() {
    return screen.parameter("text");
  }

  public String getSeen() {
    return screen.parameter("seen");
  }

  public String getArea() {
    return screen.names("area") ? screen.parameter("area") : desk.officer().areaCode();
  }

  public String getChannel() {
    return screen.parameter("channel");
  }

  public List<String> getChannels() {
    return Stream.of(Claim.Channel.OFFICER, Claim.Channel.WALK_IN, Claim.Channel.CALLER)
        .map(Claim.Channel::name)
        .toList();
  }

  /** Files it; with a published rebuttal chosen among the matches it is answered at once. */
  public void file() {
    screen.run(
        () ->
            filed =
                fileClaim.file(
                    new FileClaim.Command(
                        getText(),
                        getSeen(),
                        getArea(),
                        channel(),
                        screen.names("answer") ? screen.parameter("answer") : null)),
        screen.names("answer") ? "rumour.claim.answered" : "rumour.claim.filed",
        () -> "/console/rumour/claims?open=" + (filed == null ? "" : filed.id()));
  }

  private Claim.Channel channel() {
    if (!getChannels().contains(getChannel())) {
      throw new Refusal("rumour.choice", getChannel());
    }
    return Claim.Channel.valueOf(getChannel());
  }
}
