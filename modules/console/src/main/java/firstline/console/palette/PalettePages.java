package firstline.console.palette;

import firstline.console.shell.ShellPage;
import firstline.persistence.navigation.NavigationContribution;
import firstline.persistence.navigation.NavigationEntry;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.search.SearchHit;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.stream.Stream;

/** Lines of the rail and what may be begun, by their words or the initials of their pinyin. */
@RequestScoped
public class PalettePages {
  private record Offer(String kind, String title, String href) {}

  @Inject private ShellPage shell;
  @Inject private Words words;
  @Inject private Desk desk;
  @Inject private SearchIndex index;
  @Inject @Any private Instance<NavigationContribution> contributions;

  /** What this officer may open and begin, pages first. */
  @Requirement("R106.4")
  public Stream<SearchHit> search(String typed) {
    var offers =
        Stream.concat(
                shell.getEntries().stream().map(entry -> offer("page", "nav.", entry)),
                contributions.stream()
                    .flatMap(contribution -> contribution.actions().stream())
                    .filter(action -> desk.may(action.right()))
                    .map(entry -> offer("action", "", entry)))
            .toList();
    var initials = index.initials(offers.stream().map(Offer::title).toList());
    var sought = typed.toLowerCase(Locale.ROOT).strip();
    return Stream.iterate(0, at -> at < offers.size(), at -> at + 1)
        .filter(
            at ->
                offers.get(at).title().toLowerCase(Locale.ROOT).contains(sought)
                    || initials.get(at).contains(sought))
        .map(offers::get)
        .map(offer -> new SearchHit(offer.kind(), offer.title(), offer.href()));
  }

  private Offer offer(String kind, String words, NavigationEntry entry) {
    return new Offer(kind, this.words.get(words + entry.key()), entry.href());
  }
}
