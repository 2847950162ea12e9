package firstline.console.signin;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sign-in pages: the sentence after a refusal, and what an authenticator needs. */
@Named
@RequestScoped
public class SignInPage {
  private static final Set<String> CODES =
      Set.of("sign-in.failed", "sign-in.code", "sign-in.provider", "throttled", "invalid");

  @Inject private HttpServletRequest request;
  @Inject private Words words;
  @Inject private OpenId openId;

  /** The sentence of the refusal that led back here; empty at the first visit. */
  public String getRefused() {
    var code = Objects.requireNonNullElse(request.getParameter("refused"), "");
    return CODES.contains(code) ? words.refusal(new Refusal(code, 10)) : "";
  }

  /** True if officers sign in by the identity provider. */
  public boolean isByProvider() {
    return openId.enabled();
  }

  /** True if the form for a password is shown: always without a provider, else when asked for. */
  public boolean isByPassword() {
    return !openId.enabled() || request.getParameter("local") != null;
  }

  public boolean isLeft() {
    return request.getParameter("left") != null;
  }

  /** Where to go after sign-in; only addresses of the console. */
  public String getTo() {
    var to = Objects.requireNonNullElse(request.getParameter("to"), "");
    return to.startsWith("/console/") ? to : "";
  }

  public boolean isEnrolling() {
    return SessionServlet.secret(request) != null;
  }

  /** The secret in groups of four, for typing. */
  public String getSecret() {
    return base32().replaceAll("(.{4})(?=.)", "$1 ");
  }

  /** The secret as a QR code: one SVG path of unit squares (otpauth key URI format). */
  public String getQrPath() {
    var uri = "otpauth://totp/Firstline?secret=" + base32() + "&issuer=Firstline";
    try {
      var matrix = new QRCodeWriter().encode(uri, BarcodeFormat.QR_CODE, 0, 0);
      var path = new StringBuilder();
      for (var y = 0; y < matrix.getHeight(); y++) {
        for (var x = 0; x < matrix.getWidth(); x++) {
          if (matrix.get(x, y)) {
            path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
          }
        }
      }
      return path.toString();
    } catch (WriterException e) {
      throw new IllegalStateException("a short address fits a QR code", e);
    }
  }

  private String base32() {
    @Nullable String secret = SessionServlet.secret(request);
    return secret == null ? "" : Totp.base32(Base64.getDecoder().decode(secret));
  }
}
