package firstline.persistence.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened in one module and is another's duty.
 *
 * @param topic such as {@code rumour.published}
 * @param subject id or number of what it is about
 * @param payload JSON, as the publishing module's {@code api} describes it
 */
public record OutboxEvent(
    UUID id, String topic, String subject, String payload, Instant createdAt) {}
