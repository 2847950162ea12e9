package firstline.broadcast.recurrence;

/** The parts of a rule that are lists of numbers, with their bounds (RFC 5545, 3.3.10). */
enum Part {
  BYMONTH(1, 12, false),
  BYWEEKNO(1, 53, true),
  BYYEARDAY(1, 366, true),
  BYMONTHDAY(1, 31, true),
  BYHOUR(0, 23, false),
  BYMINUTE(0, 59, false),
  /** A leap second cannot be told to a speaker: 60 is out of bounds. */
  BYSECOND(0, 59, false),
  BYSETPOS(1, 366, true);

  private final int least;
  private final int most;
  private final boolean signed;

  Part(int least, int most, boolean signed) {
    this.least = least;
    this.most = most;
    this.signed = signed;
  }

  /** True if the number stands within the bounds, counted from the end if it is negative. */
  boolean allows(int number) {
    var size = signed ? Math.abs(number) : number;
    return size >= least && size <= most;
  }

  /** The bounds as a refusal names them. */
  String bounds() {
    return least + "–" + most + (signed ? ", −" + most + "–−" + least : "");
  }
}
