package firstline.market.quote;

import java.util.List;

/** What has become of an alert. Words: {@code price-alert.state.<name>}. */
public enum AlertState {
  RAISED,
  ACKNOWLEDGED,
  CHECKING,
  /** The price rose, and for a reason that holds. */
  EXPLAINED,
  /** The operator has a reminder letter. */
  ADMONISHED,
  /** The operator has taken the price back. */
  COMPLIED,
  /** It became a lead. */
  LEAD,
  /** There was no rise: a slip of the pen, another size, another grade. */
  FALSE;

  /** The states that may follow. */
  public List<AlertState> next() {
    return switch (this) {
      case RAISED -> List.of(ACKNOWLEDGED);
      case ACKNOWLEDGED -> List.of(CHECKING);
      case CHECKING -> List.of(EXPLAINED, ADMONISHED, LEAD, FALSE);
      case ADMONISHED -> List.of(COMPLIED, LEAD);
      case EXPLAINED, COMPLIED, LEAD, FALSE -> List.of();
    };
  }

  /** True if nothing more is to be done. */
  public boolean isEnd() {
    return next().isEmpty();
  }

  /** True if somebody has said what it was. */
  public boolean isJudged() {
    return switch (this) {
      case EXPLAINED, ADMONISHED, COMPLIED, LEAD, FALSE -> true;
      case RAISED, ACKNOWLEDGED, CHECKING -> false;
    };
  }

  /** True if the step needs a reason. */
  public boolean isReasoned() {
    return switch (this) {
      case EXPLAINED, ADMONISHED, LEAD, FALSE -> true;
      case RAISED, ACKNOWLEDGED, CHECKING, COMPLIED -> false;
    };
  }
}
