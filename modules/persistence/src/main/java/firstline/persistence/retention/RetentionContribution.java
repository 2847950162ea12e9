package firstline.persistence.retention;

/** A slice names what of its rows is past its use. */
public interface RetentionContribution {
  /**
   * Deletes some of the rows in a transaction of its own and counts them. Several nodes may do so
   * at the same time.
   *
   * @param most how many at most
   */
  int forget(int most);
}
