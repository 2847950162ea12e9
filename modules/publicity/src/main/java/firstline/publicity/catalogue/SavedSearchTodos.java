package firstline.publicity.catalogue;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.todo.Todo;
import firstline.persistence.todo.TodoContribution;
import firstline.publicity.PublicityRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Tells of what is new in the searches that an officer keeps with alerts. */
@ApplicationScoped
public class SavedSearchTodos implements TodoContribution {
  @Inject private SavedSearches savedSearches;
  @Inject private Catalogue catalogue;
  @Inject private Desk desk;

  @Override
  @Requirement("R64.6")
  public List<Todo> todos() {
    if (desk.signedIn().isEmpty() || !desk.may(PublicityRights.READ)) {
      return List.of();
    }
    return savedSearches.list().stream()
        .filter(SavedSearches.Kept::alerts)
        .map(
            kept ->
                new Todo(
                    "catalogue.new",
                    catalogue.since(kept.asked(), kept.seenAt()),
                    kept.href(),
                    false))
        .filter(todo -> todo.count() > 0)
        .toList();
  }
}
