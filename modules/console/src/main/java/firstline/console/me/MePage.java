package firstline.console.me;

import firstline.console.signin.ApiTokens;
import firstline.console.signin.Door;
import firstline.console.signin.OfficerSessions;
import firstline.console.signin.PasswordPolicy;
import firstline.console.signin.SecondFactor;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The officer's own page. */
@Named
@RequestScoped
public class MePage {
  private static final String HERE = "/console/me";

  /** Session attribute: the secret of a token just made, until the next page has shown it. */
  private static final String SECRET = "firstline.token-secret";

  @Inject private MeQueries queries;
  @Inject private ChooseLanguage chooseLanguage;
  @Inject private ChangePassword changePassword;
  @Inject private PasswordPolicy policy;
  @Inject private OfficerSessions sessions;
  @Inject private ApiTokens tokens;
  @Inject private SecondFactor factor;
  @Inject private Desk desk;
  @Inject private Language language;
  @Inject private Screen screen;
  @Inject private HttpServletRequest request;

  private MeQueries.@Nullable Profile profile;
  private @Nullable List<ApiTokens.Line> own;
  private String secret = "";

  public void load() {
    var session = request.getSession(false);
    if (session != null && session.getAttribute(SECRET) instanceof String made) {
      secret = made;
      session.removeAttribute(SECRET);
    }
  }

  public MeQueries.Profile getProfile() {
    if (profile == null) {
      profile = queries.profile();
    }
    return profile;
  }

  /** A role's name in the reader's language. */
  public String name(MeQueries.Role role) {
    return language.english() ? role.en() : role.zh();
  }

  public List<OfficerSessions.Line> getSessions() {
    return sessions.mine();
  }

  /** Read at the first use: a posted form is looked for in the rows before any action runs. */
  public List<ApiTokens.Line> getTokens() {
    if (own == null) {
      own = tokens.mine();
    }
    return own;
  }

  public List<String> getRights() {
    return queries.tokenRights();
  }

  /** The secret of the token that was made a moment ago, else empty. */
  public String getSecret() {
    return secret;
  }

  public String getTokenName() {
    return screen.parameter("token-name");
  }

  public void choose() {
    var wanted = screen.parameter("language");
    screen.run(
        () -> {
          chooseLanguage.choose(new ChooseLanguage.Command(wanted));
          language.choose(wanted);
        },
        "me.language.done",
        HERE + "?lang=" + Screen.encode(wanted));
  }

  /** Key of the words that tell what a new password must be. */
  public String getRule() {
    return policy.wordKey();
  }

  public void change() {
    screen.run(
        () ->
            changePassword.change(
                new ChangePassword.Command(
                    screen.parameter("old"),
                    screen.parameter("new"),
                    screen.parameter("again"),
                    Door.session(request))),
        "me.password.done",
        HERE);
  }

  /** True if the officer's roles need the second factor. */
  public boolean isFactorMandatory() {
    return desk.may(Rights.ADMIN_SYSTEM)
        || desk.may(Rights.ADMIN_SECURITY)
        || desk.may(Rights.ADMIN_AUDIT);
  }

  public void removeFactor() {
    screen.run(
        () ->
            factor.remove(
                new SecondFactor.Removal(
                    screen.parameter("factor-password"), screen.parameter("factor-code"))),
        "me.factor.removed",
        HERE);
  }

  public void makeToken() {
    var chosen = Objects.requireNonNullElse(request.getParameterValues("right"), new String[0]);
    screen.run(
        () ->
            request
                .getSession()
                .setAttribute(
                    SECRET,
                    tokens.make(
                        new ApiTokens.Command(
                            getTokenName(), Set.copyOf(List.of(chosen)), days()))),
        "me.token.made",
        HERE);
  }

  private int days() {
    var text = screen.parameter("days");
    if (!text.matches("[0-9]{1,4}")) {
      throw new Refusal("me.token.days");
    }
    return Integer.parseInt(text);
  }

  public void revoke() {
    screen.run(() -> tokens.revoke(screen.id("token")), "me.token.revoked", HERE);
  }
}
