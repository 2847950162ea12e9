package firstline.broadcast.fleet;

import firstline.persistence.refusal.NotFound;
import java.util.List;
import java.util.UUID;

/** What was ticked of several boxes of one name. */
final class Picks {
  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private Picks() {}

  /** Ids. */
  static List<UUID> ids(List<String> values) {
    return values.stream().map(value -> UUID.fromString(checked(value, ID))).toList();
  }

  private static String checked(String value, String shape) {
    if (!value.matches(shape)) {
      throw new NotFound();
    }
    return value;
  }
}
