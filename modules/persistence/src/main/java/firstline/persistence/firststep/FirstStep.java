package firstline.persistence.firststep;

/**
 * A step towards the first published rebuttal and the first played schedule.
 *
 * @param key words: {@code first-step.<key>}
 * @param right who may take it
 * @param href where it is taken
 * @param done counted from the records
 */
public record FirstStep(String key, String right, String href, boolean done) {}
