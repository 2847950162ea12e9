package firstline.rumour.release;

import java.util.UUID;

/** A version that may go out, named by the hash that its reviewers approved. */
public record ApprovedText(
    UUID rebuttalId, String areaCode, String number, int ordinal, String hash) {}
