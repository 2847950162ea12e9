package firstline.console.admin.people;

import firstline.console.signin.PasswordPolicy;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The invited officer chooses a password. */
@Named
@RequestScoped
public class InvitationPage {
  @Inject private Invite invite;
  @Inject private PasswordPolicy policy;
  @Inject private Screen screen;
  private String password = "";

  /** Who is invited; no such page for a link that is wrong, old or used. */
  public String getUsername() {
    return invite.invited(getToken());
  }

  public String getToken() {
    return screen.parameter("token");
  }

  /** Key of the words that tell what a password must be. */
  public String getRule() {
    return policy.wordKey();
  }

  public void accept() {
    screen.run(
        () -> invite.accept(new Invite.Answer(getToken(), password)),
        "invitation.done",
        "/sign-in");
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
