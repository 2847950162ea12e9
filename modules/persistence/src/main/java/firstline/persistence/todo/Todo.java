package firstline.persistence.todo;

/**
 * Something that waits for this officer.
 *
 * @param key words: {@code todo.<key>}
 * @param count how many, counted now
 * @param href the list that shows exactly these
 * @param urgent true if a clock is running out
 */
public record Todo(String key, long count, String href, boolean urgent) {}
