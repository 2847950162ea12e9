package firstline.console.bulletin;

import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The public list of issued bulletins. */
@Named
@RequestScoped
public class PublicBulletinsPage {
  private static final String HERE = "/bulletins?";

  @Inject private PublicBulletins bulletins;
  @Inject private Screen screen;

  private @Nullable Page<PublicBulletins.Issue> page;

  private Page<PublicBulletins.Issue> page() {
    if (page == null) {
      page = bulletins.list(Cursor.read(screen.parameter("after"), screen.parameter("before")));
    }
    return Objects.requireNonNull(page);
  }

  public List<PublicBulletins.Issue> getRows() {
    return page().rows();
  }

  /** True on a page other than the first. */
  public boolean isTurned() {
    return screen.names("after") || screen.names("before");
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return page().after().isEmpty() ? "" : HERE + "after=" + page().after();
  }

  /** Address of the page before this one, or empty. */
  public String getPrevious() {
    return page().before().isEmpty() ? "" : HERE + "before=" + page().before();
  }
}
