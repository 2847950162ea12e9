package firstline.publicity.material;

import java.util.Arrays;
import java.util.List;

/**
 * Where a version stands: DRAFT → IN_REVIEW → APPROVED → PUBLISHED → RECALLED or ARCHIVED. What is
 * published beyond its last day is shown as EXPIRED; no job has to say so. Words: {@code
 * publicity.state.<name>}.
 */
public enum MaterialState {
  DRAFT,
  IN_REVIEW,
  APPROVED,
  PUBLISHED,
  /** Never stored: published, and its last day is over. */
  EXPIRED,
  RECALLED,
  ARCHIVED;

  /** The order in which one of several versions speaks for the material. */
  static final List<MaterialState> FOREMOST =
      List.of(PUBLISHED, RECALLED, APPROVED, IN_REVIEW, DRAFT, ARCHIVED);

  /** Those that are written down. */
  static List<MaterialState> stored() {
    return Arrays.stream(values()).filter(state -> state != EXPIRED).toList();
  }
}
