package firstline.publicity.ledger;

import firstline.persistence.digest.Sha256;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.text.PlainText;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One movement, as it is told.
 *
 * @param id made by whoever tells it
 * @param area code of the store in which it happens
 * @param to where it is sent, or where it is handed out; empty otherwise
 * @param consignment what is received or settled; null otherwise
 * @param quantity copies; of a count all that is there, of a receipt all that came, of a settlement
 *     all that is open
 * @param place where it was handed out, in words
 * @param reach people who saw it, estimated; 0 if not known
 * @param basis on what that estimate rests
 */
public record Movement(
    @NotNull UUID id,
    @NotNull UUID batch,
    @NotNull Kind kind,
    @NotNull String area,
    @NotNull String to,
    @Nullable UUID consignment,
    long quantity,
    @NotNull String place,
    long reach,
    @NotNull String basis,
    @NotNull String reason) {
  private static final long MOST_REACHED = 100_000_000;

  /** What happens. Words: {@code ledger.kind.<name>}. */
  public enum Kind {
    SEND,
    RECEIVE,
    SETTLE_BACK,
    SETTLE_LOST,
    HAND_OUT,
    DESTROY,
    LOSE,
    /** Becomes a loss or a find. */
    COUNT;

    boolean isSettling() {
      return this == SETTLE_BACK || this == SETTLE_LOST;
    }

    boolean needsReason() {
      return this == DESTROY || this == LOSE || this == SETTLE_LOST;
    }
  }

  public Movement {
    place = PlainText.line(place);
    basis = PlainText.line(basis);
    reason = PlainText.line(reason);
  }

  /** The same, if it makes sense by itself. */
  Movement checked() {
    if (kind == Kind.RECEIVE || kind == Kind.COUNT || kind.isSettling()) {
      Quantity.counted(quantity);
    } else {
      Quantity.checked(quantity);
    }
    if (place.length() > 100 || basis.length() > 200 || reason.length() > 200) {
      throw new Refusal("ledger.long");
    }
    if (kind.needsReason() && reason.isEmpty()) {
      throw new Refusal("ledger.reason");
    }
    if (kind == Kind.HAND_OUT && place.isEmpty()) {
      throw new Refusal("ledger.place");
    }
    if (reach < 0 || reach > MOST_REACHED || (reach > 0 && basis.isEmpty())) {
      throw new Refusal("ledger.reach");
    }
    return this;
  }

  /** SHA-256 of all of it, in hexadecimal. */
  String hash() {
    return Sha256.hex(Sha256.of(toString()));
  }
}
