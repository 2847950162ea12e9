package firstline.console.shell;

import firstline.console.kept.KeepListView;
import firstline.console.kept.ListViews;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The views of the list on this page. */
@Named("views")
@RequestScoped
public class ViewsPage {
  @Inject private ListViews queries;
  @Inject private ShellPage shell;

  private @Nullable List<ListViews.View> all;

  public List<ListViews.View> getAll() {
    if (all == null) {
      all = queries.of(getPath());
    }
    return all;
  }

  public String getPath() {
    return shell.getHere().replaceFirst("\\?.*", "");
  }

  /** True if the page shows what the view keeps. */
  public boolean shown(ListViews.View view) {
    return view.href().equals(getPath() + "?" + KeepListView.withoutPlace(getQuery()));
  }

  /** Name of the view that is shown; empty for none. */
  public String getName() {
    return getAll().stream().filter(this::shown).findFirst().map(ListViews.View::name).orElse("");
  }

  public boolean isOpenedFirst() {
    return getAll().stream().anyMatch(ListViews.View::first);
  }

  /** The parameters of this page. */
  public String getQuery() {
    var here = shell.getHere();
    return here.contains("?") ? here.substring(here.indexOf('?') + 1) : "";
  }
}
