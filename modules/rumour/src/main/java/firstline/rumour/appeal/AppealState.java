package firstline.rumour.appeal;

/** Life of an appeal. Words: {@code rumour.appeal.state.<name>}. */
public enum AppealState {
  RECEIVED,
  REVIEWING,
  /** Somebody outside has been heard. */
  HEARD,
  ANSWERED
}
