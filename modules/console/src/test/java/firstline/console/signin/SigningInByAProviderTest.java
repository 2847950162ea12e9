package firstline.console.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import firstline.console.signin.IdentityProvider.Fault;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class SigningInByAProviderTest {
  private static final URI BACK = URI.create("http://localhost:8080/session/openid-back");

  private IdentityProvider provider;
  private OpenId openId;

  @BeforeEach
  void aProvider() throws IOException, JOSEException {
    provider = new IdentityProvider();
    openId = openId("quiet");
  }

  private OpenId openId(String secret) {
    return new OpenId(
        new OpenId.Provider(
            new Issuer(provider.issuer()),
            new ClientID("console"),
            new Secret(secret),
            "preferred_username",
            JWSAlgorithm.RS256),
        BACK);
  }

  @AfterEach
  void end() {
    provider.close();
  }

  @Test
  @Requirement("R20.7")
  void theProviderVouchesForAName() {
    var begun = openId.begin("/console/me");
    assertEquals(
        "li.min", openId.finish(begun.attempt(), provider.signIn(begun.address(), "li.min")));
    assertEquals("/console/me", begun.attempt().to());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  @Requirement("R20.7")
  void aTokenThatDoesNotHoldOpensNothing(Fault fault) {
    provider.answersWith(fault);
    var begun = openId.begin("");
    refused(begun.attempt(), provider.signIn(begun.address(), "li.min"));
  }

  @Test
  @Requirement("R20.7")
  void anAnswerToAnotherAttemptOpensNothing() {
    var mine = openId.begin("");
    var theirs = openId.begin("");
    refused(mine.attempt(), provider.signIn(theirs.address(), "li.min"));
    // The right state with another's code: the verifier does not fit its challenge.
    var query = provider.signIn(theirs.address(), "li.min");
    var state = mine.attempt().state();
    refused(mine.attempt(), query.replaceFirst("state=.*", "state=" + state));
  }

  @Test
  @Requirement("R20.7")
  void aRefusalAnEmptyAnswerAndAWrongSecretOpenNothing() {
    var begun = openId.begin("");
    refused(begun.attempt(), "error=access_denied&state=" + begun.attempt().state());
    refused(begun.attempt(), "");
    refused(begun.attempt(), "state=" + begun.attempt().state());
    refused(begun.attempt(), "code=%E0%A4%A&state=x&state=y");
    var wrong = openId("loud");
    var other = wrong.begin("");
    var code =
        assertThrows(
                Refusal.class,
                () -> wrong.finish(other.attempt(), provider.signIn(other.address(), "li.min")))
            .code();
    assertEquals("sign-in.failed", code);
    assertEquals(
        "li.min",
        openId.finish(begun.attempt(), provider.signIn(begun.address(), "li.min")),
        "the right answer still holds");
  }

  @Test
  void aProviderThatIsAwayIsSaidSoAndNoneConfiguredIsOff() {
    provider.close();
    assertEquals(
        "sign-in.provider", assertThrows(Refusal.class, () -> openId("quiet").begin("")).code());
    var off = new OpenId(null, BACK);
    assertFalse(off.enabled());
    assertEquals("sign-in.failed", assertThrows(Refusal.class, () -> off.begin("")).code());
  }

  private void refused(OpenId.Attempt attempt, String query) {
    assertEquals(
        "sign-in.failed",
        assertThrows(Refusal.class, () -> openId.finish(attempt, query), query).code());
  }
}
