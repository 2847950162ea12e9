package firstline.console.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;

/** A small OpenID provider that answers over HTTP, rightly or with one thing wrong. */
public final class IdentityProvider implements AutoCloseable {
  /** What is wrong with its ID token. */
  enum Fault {
    NONE,
    OTHER_NONCE,
    OTHER_KEY,
    OTHER_AUDIENCE,
    OTHER_ISSUER,
    EXPIRED,
    NOBODY
  }

  private final HttpServer server;
  private final RSAKey key;
  private final RSAKey otherKey;
  private Fault fault = Fault.NONE;
  private String username = "";
  private String nonce = "";
  private String challenge = "";

  public IdentityProvider() throws IOException, JOSEException {
    key = new RSAKeyGenerator(2048).keyID("one").generate();
    otherKey = new RSAKeyGenerator(2048).keyID("one").generate();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/openid-configuration", this::describe);
    server.createContext("/jwks", exchange -> answer(exchange, 200, new JWKSet(key).toString()));
    server.createContext("/token", this::token);
    server.createContext("/authorize", this::authorize);
    server.start();
  }

  public String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void answersWith(Fault wrong) {
    fault = wrong;
  }

  /** The visitor signs in there; the query with which the provider sends them back. */
  String signIn(URI address, String who) {
    var asked = parameters(address.getRawQuery());
    if (!asked.get("code_challenge_method").equals("S256")
        || !asked.get("response_type").equals("code")
        || !asked.get("scope").contains("openid")) {
      throw new IllegalStateException(address.toString());
    }
    username = who;
    nonce = asked.get("nonce");
    challenge = asked.get("code_challenge");
    return "code=abc&state=" + asked.get("state");
  }

  private void describe(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        200,
        """
        {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize",
         "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/jwks",
         "response_types_supported": ["code"], "subject_types_supported": ["public"],
         "id_token_signing_alg_values_supported": ["RS256"]}
        """
            .formatted(issuer()));
  }

  /** Whoever comes is the clerk: there is no form to fill in here. */
  private void authorize(HttpExchange exchange) throws IOException {
    var address = exchange.getRequestURI();
    var back = parameters(address.getRawQuery()).get("redirect_uri");
    exchange.getResponseHeaders().set("Location", back + "?" + signIn(address, "clerk"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    var sent =
        parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
    var basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString("console:quiet".getBytes(StandardCharsets.US_ASCII));
    if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
        || !"abc".equals(sent.get("code"))
        || !challenge.equals(s256(sent.get("code_verifier")))) {
      answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
      return;
    }
    answer(
        exchange,
        200,
        """
        {"access_token": "x", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}
        """
            .formatted(idToken()));
  }

  private String idToken() {
    var now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(fault == Fault.OTHER_ISSUER ? "http://elsewhere" : issuer())
            .subject("1")
            .audience(fault == Fault.OTHER_AUDIENCE ? "another" : "console")
            .issueTime(Date.from(now.minusSeconds(fault == Fault.EXPIRED ? 7200 : 0)))
            .expirationTime(Date.from(now.plusSeconds(fault == Fault.EXPIRED ? -3600 : 60)))
            .claim("nonce", fault == Fault.OTHER_NONCE ? "another" : nonce);
    if (fault != Fault.NOBODY) {
      claims.claim("preferred_username", username);
    }
    try {
      var jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims.build());
      jwt.sign(new RSASSASigner(fault == Fault.OTHER_KEY ? otherKey : key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String s256(String verifier) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> parameters(String query) {
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
