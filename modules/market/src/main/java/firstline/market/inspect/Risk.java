package firstline.market.inspect;

/** How closely an operator is watched. Words: {@code inspection.risk.<name>}. */
public enum Risk {
  HIGH,
  MEDIUM,
  LOW
}
