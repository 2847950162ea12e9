package firstline.console.start;

import firstline.persistence.database.Database;
import firstline.persistence.setting.CannotStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.stream.Collectors;

/**
 * A wrong sibling name in persistence.xml deploys silently and fails at the first query. So what
 * the modules declare is compared with what the persistence unit knows, before anybody can work.
 */
@ApplicationScoped
public class EntityCheck {
  @PersistenceContext(unitName = "firstline")
  private EntityManager entities;

  void compare(@Observes Startup event) {
    var known =
        entities.getMetamodel().getEntities().stream()
            .map(entity -> entity.getJavaType().getName())
            .collect(Collectors.toSet());
    var missing = new HashSet<>(Database.declaredEntities());
    missing.removeAll(known);
    if (!missing.isEmpty()) {
      throw new CannotStart(
          "the persistence unit does not know " + missing + "; name its jar in persistence.xml",
          "持久化单元不认识 " + missing + "；请在 persistence.xml 中写明其 jar");
    }
  }
}
