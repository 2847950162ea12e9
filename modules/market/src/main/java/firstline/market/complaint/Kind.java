package firstline.market.complaint;

import firstline.market.term.Begin;

/** What a letter is. Words: {@code complaint.kind.<name>}. */
public enum Kind {
  /** A consumer's dispute with an operator. */
  COMPLAINT(Begin.Kind.COMPLAINT, "C-"),
  /** A report of a breach of law. */
  TIPOFF(Begin.Kind.LEAD, "L-");

  private final Begin.Kind terms;
  private final String prefix;

  Kind(Begin.Kind terms, String prefix) {
    this.terms = terms;
    this.prefix = prefix;
  }

  Begin.Kind terms() {
    return terms;
  }

  String prefix() {
    return prefix;
  }
}
