package firstline.console.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.setting.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Sign-in by the city's own identity provider: OpenID Connect Core 1.0, authorization code flow
 * with PKCE (RFC 7636). The provider vouches for a username and for nothing else: what the officer
 * may do is decided here. Off unless an issuer is configured.
 */
@ApplicationScoped
public class OpenId {
  private static final Logger LOG = Logger.getLogger(OpenId.class.getName());
  private static final int MILLIS = 8000;

  /**
   * What is configured under {@code firstline.oidc}.
   *
   * @param claim of the ID token that holds the username
   */
  record Provider(
      Issuer issuer, ClientID client, Secret secret, String claim, JWSAlgorithm algorithm) {
    static Optional<Provider> of(Config config) {
      return config
          .getOptionalValue("firstline.oidc.issuer", String.class)
          .filter(issuer -> !issuer.isBlank())
          .map(
              issuer ->
                  new Provider(
                      new Issuer(issuer),
                      new ClientID(config.getValue("firstline.oidc.client-id", String.class)),
                      new Secret(config.getValue("firstline.oidc.client-secret", String.class)),
                      config
                          .getOptionalValue("firstline.oidc.claim", String.class)
                          .orElse("preferred_username"),
                      JWSAlgorithm.parse(
                          config
                              .getOptionalValue("firstline.oidc.algorithm", String.class)
                              .orElse("RS256"))));
    }
  }

  /** An attempt under way; kept in the visitor's session until the provider sends them back. */
  record Attempt(String state, String nonce, String verifier, String to) implements Serializable {}

  /** Where to send the visitor, and what to remember of it. */
  record Begun(Attempt attempt, URI address) {}

  private final @Nullable Provider provider;
  private final URI back;
  private @Nullable OIDCProviderMetadata metadata;

  /** As configured; a half-filled configuration ends the start. */
  public OpenId() {
    this(
        Provider.of(ConfigProvider.getConfig()).orElse(null),
        Settings.current().url().resolve("/session/openid-back"));
  }

  OpenId(@Nullable Provider provider, URI back) {
    this.provider = provider;
    this.back = back;
  }

  /** True if officers sign in by the provider; administrators keep their password as well. */
  public boolean enabled() {
    return provider != null;
  }

  /** Begins an attempt that shall lead to the page {@code to}. */
  Begun begin(String to) {
    var chosen = provider();
    var state = new State(32);
    var nonce = new Nonce(32);
    var verifier = new CodeVerifier();
    var address =
        new AuthenticationRequest.Builder(
                new ResponseType(ResponseType.Value.CODE),
                new Scope("openid", "profile"),
                chosen.client(),
                back)
            .endpointURI(metadata(chosen).getAuthorizationEndpointURI())
            .state(state)
            .nonce(nonce)
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .build()
            .toURI();
    return new Begun(
        new Attempt(state.getValue(), nonce.getValue(), verifier.getValue(), to), address);
  }

  /**
   * The username that the provider vouches for.
   *
   * @param query of the address at which the visitor came back
   * @throws Refusal {@code sign-in.failed} whatever is wrong: another attempt's state, a provider
   *     that refuses, a token that is forged, old, or meant for somebody else
   */
  @Requirement("R20.7")
  String finish(Attempt attempt, String query) {
    var chosen = provider();
    try {
      var answer = AuthenticationResponseParser.parse(URI.create(back + "?" + query));
      if (!answer.indicatesSuccess()
          || !new State(attempt.state()).equals(answer.getState())
          || answer.toSuccessResponse().getAuthorizationCode() == null) {
        throw refused("the answer is no success or belongs to another attempt", null);
      }
      var token = token(chosen, attempt, answer.toSuccessResponse().getAuthorizationCode());
      var claims =
          new IDTokenValidator(
                  chosen.issuer(),
                  chosen.client(),
                  chosen.algorithm(),
                  metadata(chosen).getJWKSetURI().toURL())
              .validate(token.getOIDCTokens().getIDToken(), new Nonce(attempt.nonce()));
      var username = claims.getStringClaim(chosen.claim());
      if (username == null || username.isBlank()) {
        throw refused("the ID token has no claim " + chosen.claim(), null);
      }
      return username;
    } catch (GeneralException
        | IOException
        | JOSEException
        | BadJOSEException
        | IllegalArgumentException e) {
      throw refused("the answer does not hold", e);
    }
  }

  private OIDCTokenResponse token(Provider chosen, Attempt attempt, AuthorizationCode code)
      throws GeneralException, IOException {
    var request =
        new TokenRequest.Builder(
                metadata(chosen).getTokenEndpointURI(),
                new ClientSecretBasic(chosen.client(), chosen.secret()),
                new AuthorizationCodeGrant(code, back, new CodeVerifier(attempt.verifier())))
            .build()
            .toHTTPRequest();
    request.setConnectTimeout(MILLIS);
    request.setReadTimeout(MILLIS);
    var response = OIDCTokenResponseParser.parse(request.send());
    if (!response.indicatesSuccess()) {
      throw new GeneralException("the token endpoint refuses");
    }
    return (OIDCTokenResponse) response.toSuccessResponse();
  }

  /**
   * The provider's own description, read once; a provider that is away is asked again next time.
   */
  private synchronized OIDCProviderMetadata metadata(Provider chosen) {
    if (metadata == null) {
      try {
        metadata = OIDCProviderMetadata.resolve(chosen.issuer(), MILLIS, MILLIS);
      } catch (GeneralException | IOException e) {
        LOG.log(Level.WARNING, "The identity provider " + chosen.issuer() + " does not answer", e);
        throw new Refusal("sign-in.provider");
      }
    }
    return metadata;
  }

  private Provider provider() {
    if (provider == null) {
      throw new Refusal("sign-in.failed");
    }
    return provider;
  }

  /** Why is for the log: the visitor reads the same words whatever it was. */
  private static Refusal refused(String why, @Nullable Exception cause) {
    LOG.log(Level.WARNING, "Sign-in by the provider refused: " + why, cause);
    return new Refusal("sign-in.failed");
  }
}
