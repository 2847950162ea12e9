package firstline.market.inspect;

/** Why an operator is inspected. Words: {@code inspection.kind.<name>}. */
public enum InspectionKind {
  TARGETED,
  DOUBLE_RANDOM,
  FOLLOW_UP
}
