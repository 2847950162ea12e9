package firstline.console.admin.people;

import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One officer: desk, roles, sign-in, and what the security administrator does about them. */
@Named
@RequestScoped
public class OfficerPage {
  @Inject private OfficerQueries queries;
  @Inject private Invite invite;
  @Inject private Keep keep;
  @Inject private Screen screen;

  private OfficerQueries.@Nullable View view;
  private String link = "";

  public void load() {
    view = queries.one(screen.id());
  }

  public OfficerQueries.View getView() {
    if (view == null) {
      load();
    }
    return Objects.requireNonNull(view);
  }

  public List<OfficerQueries.Role> getRoles() {
    return queries.roles();
  }

  /** The invitation is shown on this answer and nowhere else. */
  public String getLink() {
    return link;
  }

  public void makeInvitation() {
    screen.attempt(() -> link = invite.invite(id()));
  }

  public void unlock() {
    run(() -> keep.unlock(id()));
  }

  public void activate() {
    run(() -> keep.activate(id()));
  }

  public void deactivate() {
    run(() -> keep.deactivate(id()));
  }

  public void resetFactor() {
    run(() -> keep.resetFactor(id()));
  }

  public void giveRole() {
    run(() -> keep.give(role()));
  }

  public void takeRole() {
    run(() -> keep.take(role()));
  }

  private Keep.RoleCommand role() {
    return new Keep.RoleCommand(id(), screen.parameter("role"), screen.parameter("area"));
  }

  private UUID id() {
    return screen.id();
  }

  private void run(Screen.Action action) {
    screen.run(action, "officers.done", "/console/admin/officer?id=" + id());
  }
}
