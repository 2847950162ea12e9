package firstline.market.complaint;

/**
 * What an officer does. Words: {@code complaint.action.<name>}; the sentence of its refusal, with
 * the article: {@code refusal.complaint.not-now.<name>}.
 */
public enum Action {
  REQUEST_IDENTITY,
  IDENTITY_GIVEN,
  ACCEPT,
  REJECT,
  MEDIATE,
  SUSPEND_TEST,
  RESUME_TEST,
  AGREE,
  TERMINATE,
  INFORM,
  TRIAGE,
  ROUTE,
  RETURN,
  MERGE,
  VERIFY,
  EXTEND,
  FILE,
  NOT_FILE,
  TRANSFER,
  REFER,
  ANSWER
}
