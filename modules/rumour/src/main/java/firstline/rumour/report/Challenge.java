package firstline.rumour.report;

import firstline.persistence.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A little work for whoever fills in the public's form, in the place of a picture puzzle: find a
 * number so that SHA-256 of {@code <mark>.<number>} begins with so many zero bits. Somebody with
 * one report does not notice it; somebody with ten thousand does. The server keeps nothing: the
 * challenge comes back with its own signature.
 *
 * @param issued when the form was served
 * @param bits zero bits to find; each doubles the work
 * @param mark 16 random bytes
 */
record Challenge(Instant issued, int bits, String mark) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final Pattern FORM =
      Pattern.compile(
          "(?<body>(?<issued>[0-9]{1,12})\\.(?<bits>[0-9]{1,2})\\.(?<mark>[\\w-]{22}))"
              + "\\.(?<signature>[\\w-]{43})");

  static Challenge fresh(Instant now, int bits) {
    var bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return new Challenge(
        Instant.ofEpochSecond(now.getEpochSecond()), bits, BASE64.encodeToString(bytes));
  }

  /** As it travels: {@code <second>.<bits>.<mark>.<signature>}. */
  String signed(byte[] key) {
    return body() + '.' + signature(body(), key);
  }

  /** Reads one back, if this house signed it. */
  static Optional<Challenge> read(String signed, byte[] key) {
    var form = FORM.matcher(signed);
    if (!form.matches()) {
      return Optional.empty();
    }
    var right = signature(form.group("body"), key).getBytes(StandardCharsets.US_ASCII);
    var given = form.group("signature").getBytes(StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(right, given)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Challenge(
              Instant.ofEpochSecond(Long.parseLong(form.group("issued"))),
              Integer.parseInt(form.group("bits")),
              form.group("mark")));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** True if the number is a solution. */
  boolean solvedBy(String number) {
    if (!number.matches("[0-9]{1,15}")) {
      return false;
    }
    var hash = Sha256.begun().digest((mark + '.' + number).getBytes(StandardCharsets.US_ASCII));
    var zeros = 0;
    for (var part : hash) {
      if (part != 0) {
        zeros += Integer.numberOfLeadingZeros(part & 0xff) - 24;
        break;
      }
      zeros += 8;
    }
    return zeros >= bits;
  }

  private String body() {
    return issued.getEpochSecond() + "." + bits + '.' + mark;
  }

  private static String signature(String body, byte[] key) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return BASE64.encodeToString(mac.doFinal(body.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
