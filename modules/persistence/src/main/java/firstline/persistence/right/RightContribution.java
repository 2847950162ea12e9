package firstline.persistence.right;

import java.util.List;

/** A module names its rights; the role matrix shows them. Words: {@code right.<key>}. */
public interface RightContribution {
  /** Keys, in the order of the matrix. */
  List<String> rights();
}
