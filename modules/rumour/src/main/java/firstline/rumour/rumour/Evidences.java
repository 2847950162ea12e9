package firstline.rumour.rumour;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Evidence for writing; its rumour says who may. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Evidences {
  @PersistenceContext(unitName = "firstline")
  private EntityManager entities;

  public List<Evidence> on(UUID rumour) {
    return entities
        .createQuery(
            "select e from Evidence e where e.rumourId = :rumour order by e.addedAt",
            Evidence.class)
        .setParameter("rumour", rumour)
        .getResultList();
  }

  public void add(Evidence evidence) {
    entities.persist(evidence);
  }

  /**
   * The evidence, if it is on this rumour.
   *
   * @throws NotFound otherwise
   */
  public Evidence at(UUID id, UUID rumour) {
    var found = entities.find(Evidence.class, id);
    if (found == null || !found.rumourId().equals(rumour)) {
      throw new NotFound();
    }
    return found;
  }
}
