package firstline.broadcast.calendar;

/**
 * An area of the tree.
 *
 * @param code 12 digits
 * @param path codes from the root, each followed by '/'
 */
public record Place(String code, String name, String level, String path) {}
