package firstline.persistence.audit;

import firstline.persistence.digest.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * One run of one use case.
 *
 * @param sequence 1, 2, 3 … without a gap
 * @param at in microseconds, as the database stores it
 * @param officer id of the officer; {@code public} or {@code server:<duty>} without one
 * @param previous hash of the row before, 32 bytes; zeros for the first
 * @param hash SHA-256 of {@code previous} and every other field, each with its length before it
 */
public record AuditRow(
    long sequence,
    Instant at,
    String officer,
    String officerName,
    String department,
    String areaCode,
    String useCase,
    String right,
    String subject,
    Outcome outcome,
    String detail,
    byte[] previous,
    byte[] hash) {

  /** How the run ended. */
  public enum Outcome {
    /** The work is done and committed together with this row. */
    SUCCESS,
    /** A rule said no; the detail is the refusal's code. */
    REFUSED,
    /** Something broke; the detail is the failure's type. */
    FAILED
  }

  static final byte[] ZERO = new byte[32];

  /** The hash that the row must have. */
  byte[] computed() {
    var bytes = new ByteArrayOutputStream(256);
    try (var out = new DataOutputStream(bytes)) {
      out.write(previous);
      out.writeLong(sequence);
      out.writeLong(at.getEpochSecond());
      out.writeInt(at.getNano());
      var texts =
          List.of(
              officer,
              officerName,
              department,
              areaCode,
              useCase,
              right,
              subject,
              outcome.name(),
              detail);
      for (var text : texts) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        // The length before the text: moving a letter from one field to the next shows.
        out.writeInt(utf8.length);
        out.write(utf8);
      }
      return Sha256.of(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same row with the hash that it must have. */
  AuditRow sealed() {
    return with(previous, computed());
  }

  AuditRow with(byte[] newPrevious, byte[] newHash) {
    return new AuditRow(
        sequence,
        at,
        officer,
        officerName,
        department,
        areaCode,
        useCase,
        right,
        subject,
        outcome,
        detail,
        newPrevious,
        newHash);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AuditRow row
        && row.sequence == sequence
        && Arrays.equals(row.hash, hash);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(sequence);
  }
}
