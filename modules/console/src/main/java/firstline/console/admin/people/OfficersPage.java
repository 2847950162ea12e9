package firstline.console.admin.people;

import firstline.console.upload.Upload;
import firstline.persistence.officer.OfficerImport;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** The list of officers and what is done with the chosen one. */
@Named
@RequestScoped
public class OfficersPage {
  private static final String HERE = "/console/admin/officers";

  @Inject private OfficerQueries queries;
  @Inject private OfficerImport officerImport;
  @Inject private Invite invite;
  @Inject private Keep keep;
  @Inject private Upload upload;
  @Inject private Screen screen;

  private String link = "";

  public List<OfficerQueries.Line> getRows() {
    return queries.list(getWords(), screen.parameter("after"));
  }

  public String getWords() {
    return screen.parameter("q");
  }

  /** Address of the next page; empty on the last. */
  public String getNext() {
    var rows = getRows();
    return rows.size() < OfficerQueries.PAGE
        ? ""
        : HERE
            + "?q="
            + Screen.encode(getWords())
            + "&after="
            + Screen.encode(rows.get(rows.size() - 1).username());
  }

  public List<OfficerQueries.Role> getRoles() {
    return queries.roles();
  }

  public void importTable() {
    upload.take(content -> officerImport.run(new OfficerImport.Command(content)));
  }

  /** The invitation is shown on this answer and nowhere else. */
  public void makeInvitation() {
    screen.attempt(() -> link = invite.invite(officer()));
  }

  public void unlock() {
    run(() -> keep.unlock(officer()));
  }

  public void activate() {
    run(() -> keep.activate(officer()));
  }

  public void deactivate() {
    run(() -> keep.deactivate(officer()));
  }

  public void resetFactor() {
    run(() -> keep.resetFactor(officer()));
  }

  public void giveRole() {
    run(() -> keep.give(role()));
  }

  public void takeRole() {
    run(() -> keep.take(role()));
  }

  public String getLink() {
    return link;
  }

  private Keep.RoleCommand role() {
    return new Keep.RoleCommand(officer(), screen.parameter("role"), screen.parameter("area"));
  }

  private UUID officer() {
    return screen.id("officer");
  }

  private void run(Screen.Action action) {
    screen.run(action, "officers.done", HERE + "?q=" + Screen.encode(getWords()));
  }
}
