package firstline.persistence.idempotency;

/**
 * An answer as it went out.
 *
 * @param status of HTTP
 * @param contentType of the body; empty without a body
 * @param location of what was made; empty if nothing was
 * @param body bytes of the body; empty without one
 */
public record Answer(int status, String contentType, String location, byte[] body) {}
