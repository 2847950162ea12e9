package firstline.broadcast.signature;

import firstline.persistence.digest.Sha256;
import firstline.persistence.setting.CannotStart;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The certificates of authorities whose signatures count: a file of certificates (PEM, one after
 * the other) under the setting {@code firstline.alerts.certificates}. Without it nobody is known.
 */
@ApplicationScoped
public class TrustedSigners {
  /**
   * Somebody whose signatures count.
   *
   * @param fingerprint SHA-256 of the certificate, in hexadecimal
   * @param name the subject, as in RFC 2253
   */
  public record Signer(String fingerprint, String name, Instant until) {}

  @Inject
  @ConfigProperty(name = "firstline.alerts.certificates")
  private Optional<String> file = Optional.empty();

  private List<X509Certificate> certificates = List.of();

  protected TrustedSigners() {}

  /** For tests without a server. */
  public TrustedSigners(List<X509Certificate> certificates) {
    this.certificates = List.copyOf(certificates);
  }

  @PostConstruct
  void read() {
    file.filter(name -> !name.isBlank()).ifPresent(name -> certificates = in(Path.of(name)));
  }

  public List<X509Certificate> certificates() {
    return certificates;
  }

  /** The same, to choose from. */
  public List<Signer> signers() {
    return certificates.stream()
        .map(
            one ->
                new Signer(
                    fingerprint(one),
                    one.getSubjectX500Principal().getName(),
                    one.getNotAfter().toInstant()))
        .toList();
  }

  /** SHA-256 of the certificate, in hexadecimal. */
  public static String fingerprint(X509Certificate certificate) {
    try {
      return Sha256.hex(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("what was read as a certificate can be written as one", e);
    }
  }

  /**
   * The certificates in the file.
   *
   * @throws CannotStart if it cannot be read
   */
  public static List<X509Certificate> in(Path file) {
    try (var stream = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(stream).stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (IOException | CertificateException e) {
      throw new CannotStart(
          "FIRSTLINE_ALERTS_CERTIFICATES names no file of certificates: " + e.getMessage(),
          "FIRSTLINE_ALERTS_CERTIFICATES 指定的证书文件无法读取：" + e.getMessage(),
          e);
    }
  }
}
