package firstline.market.complaint;

import firstline.market.term.Begin;

/** What a letter is. Words: {@code complaint.kind.<name>}. */
public enum Kind {
  /** A consumer's dispute with an operator. */
  COMPLAINT(Begin.Kind.COMPLAINT, "C-", "complaint.accept"),
  /** A report of a breach of law. */
  TIPOFF(Begin.Kind.LEAD, "L-", "lead.verify");

  private final Begin.Kind terms;
  private final String prefix;
  private final String first;

  Kind(Begin.Kind terms, String prefix, String first) {
    this.terms = terms;
    this.prefix = prefix;
    this.first = first;
  }

  Begin.Kind terms() {
    return terms;
  }

  String prefix() {
    return prefix;
  }

  /** Rule of the term that begins when it is received. */
  String first() {
    return first;
  }
}
