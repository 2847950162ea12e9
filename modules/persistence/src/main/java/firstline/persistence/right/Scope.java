package firstline.persistence.right;

import java.util.List;

/**
 * The subtrees of areas in which a right is held, as path prefixes. Holds nothing unless something
 * was granted: a query bound to it finds no row rather than every row.
 *
 * @param paths paths of the subtrees' roots, codes each followed by '/'; the empty path is the
 *     whole tree
 */
public record Scope(List<String> paths) {
  /** The whole tree: for the server itself. */
  public static final Scope ALL = new Scope(List.of(""));

  /** Nothing. */
  public static final Scope NONE = new Scope(List.of());

  public Scope {
    paths = List.copyOf(paths);
  }

  /** True if the area with this path lies in one of the subtrees. */
  public boolean covers(String path) {
    return paths.stream().anyMatch(path::startsWith);
  }

  /** The part of it that lies below the area with this path; nothing is won. */
  public Scope within(String root) {
    return new Scope(
        paths.stream()
            .filter(path -> path.startsWith(root) || root.startsWith(path))
            .map(path -> path.startsWith(root) ? path : root)
            .distinct()
            .toList());
  }

  /** For {@code area.path like any (?)}: paths consist of digits and '/', never of wildcards. */
  public String[] patterns() {
    return paths.stream().map(path -> path + "%").toArray(String[]::new);
  }
}
