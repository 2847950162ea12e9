package firstline.rumour.release;

import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.rumour.RumourRights;
import firstline.rumour.text.TypedTime;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** On the record of a rebuttal: where it went, and the buttons that send it or take it back. */
@Named
@RequestScoped
public class ReleasesPage {
  @Inject private ReleaseQueries queries;
  @Inject private PublishRebuttal publishRebuttal;
  @Inject private RevokeRebuttal revokeRebuttal;
  @Inject private WithdrawRebuttal withdrawRebuttal;
  @Inject private OrderChannel orderChannel;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable List<ReleaseQueries.Line> rows;

  public List<ReleaseQueries.Line> getRows() {
    if (rows == null) {
      rows = queries.of(screen.id());
    }
    return rows;
  }

  /** True for a publisher as long as the newest order waits for its hour. */
  public boolean isRevocable() {
    return mayPublish() && getRows().stream().anyMatch(ReleasesPage::waits) && isNewestWaiting();
  }

  private boolean isNewestWaiting() {
    var newest = getRows().get(0).ordinal();
    return getRows().stream()
        .filter(row -> row.ordinal() == newest && !row.state().equals("CANCELLED"))
        .allMatch(ReleasesPage::waits);
  }

  private static boolean waits(ReleaseQueries.Line row) {
    return row.sentAt() == null && (row.state().equals("QUEUED") || row.state().equals("FAILED"));
  }

  /** The order that waits for its hour, if there is one. */
  public ReleaseQueries.@Nullable Line getScheduled() {
    return getRows().stream()
        .filter(row -> row.channel().equals("WEB") && row.state().equals("QUEUED"))
        .findFirst()
        .orElse(null);
  }

  public boolean mayPublish() {
    return desk.may(RumourRights.PUBLISH);
  }

  public List<Channel> getByHand() {
    return Channel.BY_HAND;
  }

  public List<Channel> getAutomatic() {
    return Channel.AUTOMATIC;
  }

  /** Channels to which the public text has not been ordered. */
  public List<Channel> getFurther() {
    var shown =
        getRows().stream()
            .filter(row -> row.channel().equals("WEB"))
            .filter(row -> Set.of("SENT", "CONFIRMED", "FAILED").contains(row.state()))
            .filter(row -> row.sentAt() != null)
            .map(ReleaseQueries.Line::ordinal)
            .findFirst();
    return shown.isEmpty()
        ? List.of()
        : Channel.BY_HAND.stream().filter(channel -> !isOrdered(channel, shown.get())).toList();
  }

  private boolean isOrdered(Channel channel, int ordinal) {
    return getRows().stream()
        .filter(row -> row.ordinal() == ordinal && row.channel().equals(channel.name()))
        .anyMatch(row -> !row.state().equals("CANCELLED"));
  }

  public void publish() {
    screen.run(
        () -> {
          var chosen = EnumSet.noneOf(Channel.class);
          Channel.BY_HAND.stream()
              .filter(channel -> screen.names("channel-" + channel.name()))
              .forEach(chosen::add);
          publishRebuttal.publish(
              new PublishRebuttal.Command(
                  id(), screen.version(), chosen, TypedTime.instant(screen.parameter("at"))));
        },
        screen.names("at") ? "rumour.release.scheduled" : "rumour.published",
        address());
  }

  public void revoke() {
    screen.run(
        () ->
            revokeRebuttal.revoke(
                new RevokeRebuttal.Command(id(), screen.version(), screen.parameter("why"))),
        "rumour.release.revoked",
        address());
  }

  public void withdraw() {
    screen.run(
        () ->
            withdrawRebuttal.withdraw(
                new WithdrawRebuttal.Command(id(), screen.version(), screen.parameter("notice"))),
        "rumour.withdrawn",
        address());
  }

  public void further() {
    screen.run(
        () ->
            orderChannel.order(
                new OrderChannel.Command(
                    id(), screen.version(), Channel.valueOf(screen.parameter("channel")))),
        "rumour.release.ordered",
        address());
  }

  private UUID id() {
    return screen.id();
  }

  private String address() {
    return "/console/rumour/rebuttal?id=" + id();
  }
}
