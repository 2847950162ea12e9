package firstline.persistence.tabular;

/**
 * A line of a file that was not taken.
 *
 * @param line in the file, from 1
 * @param code words: {@code refusal.<code>}
 * @param detail what is wrong, or how the line begins
 */
public record RejectedLine(int line, String code, String detail) {}
