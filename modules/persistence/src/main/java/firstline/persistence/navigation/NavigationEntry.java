package firstline.persistence.navigation;

/**
 * One line of the rail.
 *
 * @param key words: {@code nav.<key>}, of an action {@code <key>}
 * @param href address within the console
 * @param icon name of a symbol in the icon sheet
 * @param right without it the line is not shown
 * @param order small ones stand first; a module takes a hundred for itself
 */
public record NavigationEntry(String key, String href, String icon, String right, int order) {
  /** The same line, leading to another address of its page. */
  public NavigationEntry at(String other) {
    return new NavigationEntry(key, other, icon, right, order);
  }
}
