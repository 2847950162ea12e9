package firstline.persistence.openwork;

import java.util.List;
import java.util.UUID;

/** A slice tells what lies open in an officer's hands. Words: {@code open-work.<kind>}. */
public interface OpenWorkContribution {
  /**
   * One record.
   *
   * @param href empty if none but its holder sees it
   * @param right that its holder needs, in the area with the {@code path}
   */
  record Item(
      String kind, UUID id, String number, String title, String href, String right, String path) {
    /** Names it among all. */
    public String key() {
      return kind + " " + id;
    }
  }

  /** Who takes over. */
  record Successor(UUID id, String name, UUID departmentId, String departmentName) {}

  /** A name for what lies open here. */
  String kind();

  /** What lies open in the officer's hands, oldest first. */
  List<Item> open(UUID officer);

  /** True if the successor has a part in the record already, and it cannot pass. */
  default boolean has(Item item, UUID successor) {
    return false;
  }

  /**
   * Passes it, with a line in the record's own history.
   *
   * @throws firstline.persistence.refusal.Conflict if it lies with the officer no more
   */
  void pass(Item item, UUID from, Successor to, String note);
}
