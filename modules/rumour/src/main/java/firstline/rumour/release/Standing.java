package firstline.rumour.release;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a release stands.
 *
 * @param attempts how often it failed since a person last had a hand in it
 * @param nextAt when the server is to look at it; null if it waits for a person or for nothing
 * @param reason why it failed or was cancelled
 * @param withdrawal true if what is due is not a correction but a withdrawal
 * @param operator who brought the receipt; empty for the server
 */
record Standing(
    ReleaseState state,
    int attempts,
    @Nullable Instant nextAt,
    String reason,
    boolean withdrawal,
    @Nullable Instant sentAt,
    @Nullable Receipt receipt,
    String operator,
    @Nullable Instant confirmedAt,
    @Nullable Instant dueForCorrectionAt,
    @Nullable Receipt closing,
    @Nullable Instant closedAt) {}
