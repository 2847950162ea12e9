package firstline.broadcast.quiet;

/** Why an area is left in peace. */
public enum QuietKind {
  NIGHT,
  NOON,
  EXAM,
  FUNERAL,
  OTHER
}
