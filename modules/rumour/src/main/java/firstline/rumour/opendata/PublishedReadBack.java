package firstline.rumour.opendata;

import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.setting.Settings;
import firstline.rumour.published.PublishedQueries;
import firstline.rumour.release.Channel;
import firstline.rumour.release.ReadBackContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** What the page, the feed and the structured data show, by the queries that serve them. */
@ApplicationScoped
@Allows(right = Rights.SYSTEM, reads = true)
public class PublishedReadBack implements ReadBackContribution {
  private static final int ENTRIES = 100;

  @Inject private PublishedQueries queries;
  @Inject private FeedQueries feed;

  @Override
  public Set<Channel> channels() {
    return Set.copyOf(Channel.AUTOMATIC);
  }

  @Override
  public Optional<Shown> shown(Channel channel, String number) {
    return switch (channel) {
      case WEB -> page(number, "/rumours/" + number);
      // The dump is made of the same views, one after the other.
      case CLAIM_REVIEW -> page(number, "/feeds/claimreview.json");
      case FEED -> entry(number);
      default -> throw new IllegalArgumentException(channel.name());
    };
  }

  private Optional<Shown> page(String number, String path) {
    return queries
        .one(number)
        .map(
            view ->
                new Shown(
                    view.ordinal(),
                    view.withdrawnAt() != null,
                    view.fact(),
                    view.verdict().name(),
                    address(path)));
  }

  private Optional<Shown> entry(String number) {
    return feed.changes(ENTRIES).stream()
        .filter(entry -> entry.number().equals(number))
        .findFirst()
        .map(
            entry ->
                new Shown(
                    entry.ordinal(),
                    entry.notice() != null,
                    entry.fact(),
                    entry.verdict(),
                    address("/feeds/rebuttals.atom")));
  }

  private static String address(String path) {
    return Settings.current().url().resolve(path).toString();
  }
}
