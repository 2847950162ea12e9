package firstline.persistence.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;

/** Every list that can be taken along, however its module tells it. */
@ApplicationScoped
public class NamedLists {
  @Inject @Any private Instance<ListExport> alone;
  @Inject @Any private Instance<ListExports> modules;

  @SuppressWarnings("NullAway.Init")
  protected NamedLists() {}

  /** The list of the name, if there is one. */
  public Optional<ListExport> named(String list) {
    return Stream.concat(
            alone.stream(), modules.stream().flatMap(module -> module.lists().stream()))
        .filter(one -> one.list().equals(list))
        .findFirst();
  }
}
