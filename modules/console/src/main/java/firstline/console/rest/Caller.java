package firstline.console.rest;

import firstline.console.signin.Tokens;
import firstline.persistence.right.Desk;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HexFormat;

/**
 * Who calls, as far as limits care.
 *
 * @param key names a token by its hash or an officer by id; empty if nobody is signed in
 * @param token true if the caller showed a token, valid or not
 */
record Caller(String key, boolean token) {
  static Caller of(ContainerRequestContext request, Desk desk) {
    var header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    var officer = desk.signedIn();
    if (officer.isEmpty()) {
      return new Caller("", header != null);
    }
    return header == null
        ? new Caller("officer " + officer.get().id(), false)
        : new Caller("token " + HexFormat.of().formatHex(Tokens.hash(header), 0, 12), true);
  }

  boolean anonymous() {
    return key.isEmpty();
  }

  /** A token was shown that is unknown, revoked or past its day. */
  boolean badToken() {
    return token && key.isEmpty();
  }
}
