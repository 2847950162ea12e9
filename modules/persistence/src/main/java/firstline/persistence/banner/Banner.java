package firstline.persistence.banner;

/**
 * Something that is going on in the officer's areas.
 *
 * @param key words: {@code banner.<key>}
 * @param level 1 red, 2 orange, 3 yellow, 4 blue
 * @param href where it is dealt with
 */
public record Banner(String key, int level, String href) {}
