package firstline.broadcast.faults;

/** The speakers' side of the server. The clock of the run comes with each question. */
interface Door {
  /** True if nobody listens: what is sent is not even written. */
  boolean away();

  /** GET programme, with a ticket and the tag of what is held. */
  Answer programme(long now, String ticket, String tag);

  /** POST receipts. */
  Answer receipts(long now, String signature, byte[] body);
}
