package firstline.persistence.right;

import java.util.List;

/** A module names its rights; the role matrix shows them. Words: {@code right.<key>}. */
public interface RightContribution {
  /** Keys, in the order of the matrix. */
  List<String> rights();

  /**
   * Those that stay with the person and pass to no deputy: a second person's approval, and what is
   * sealed.
   */
  default List<String> personal() {
    return List.of();
  }
}
