package firstline.publicity.ledger;

/** Where copies may be sent: down the tree, back up, or to another child of the same parent. */
final class Way {
  private static final int CODE = 13;

  private Way() {}

  /** True from the area with one path to that with the other. */
  static boolean isOpen(String from, String to) {
    return to.startsWith(from) || from.startsWith(to) || parent(from).equals(parent(to));
  }

  private static String parent(String path) {
    return path.substring(0, path.length() - CODE);
  }
}
