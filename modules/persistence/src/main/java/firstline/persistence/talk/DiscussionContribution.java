package firstline.persistence.talk;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A module names the records that can be talked about, by the rule by which its pages open. */
public interface DiscussionContribution {
  /** Kinds of its records, as the palette names them. */
  Set<String> kinds();

  /** Those of the records that there are, whoever may open them; one statement. */
  List<Discussed> records(String kind, List<UUID> ids);
}
