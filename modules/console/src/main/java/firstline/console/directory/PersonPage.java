package firstline.console.directory;

import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** An officer that the palette found: name, department and area. */
@Named
@RequestScoped
public class PersonPage {
  @Inject private DirectoryQueries queries;
  @Inject private Screen screen;

  private DirectoryQueries.@Nullable Person view;

  public void load() {
    view = queries.person(screen.id());
  }

  public DirectoryQueries.@Nullable Person getView() {
    return view;
  }
}
