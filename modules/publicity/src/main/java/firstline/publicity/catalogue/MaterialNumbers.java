package firstline.publicity.catalogue;

import static firstline.publicity.PublicityRights.READ;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** What the names in a table mean. */
@ApplicationScoped
@Allows(right = READ, reads = true)
public class MaterialNumbers {
  @Inject private Sql sql;
  @Inject private Desk desk;

  /** The material of a number within the officer's areas. */
  Optional<UUID> material(String number) {
    return sql.first(
        """
        select m.id from material m join area a on a.code = m.area_code
        where m.number = ? and a.path like any (?)
        """,
        row -> row.id(1),
        number,
        desk.scope().patterns());
  }

  /** The topic of a name in either language. */
  Optional<UUID> topic(String name) {
    return sql.first("select id from topic where ? in (name, name_en)", row -> row.id(1), name);
  }

  /** The campaign of a number within the officer's areas. */
  Optional<UUID> campaign(String number) {
    return sql.first(
        """
        select c.id from publicity_campaign c join area a on a.code = c.area_code
        where c.number = ? and a.path like any (?)
        """,
        row -> row.id(1),
        number,
        desk.scope().patterns());
  }

  /** The number of the campaign to which a material belongs; empty if it belongs to none. */
  String campaignOf(UUID material) {
    return sql.first(
            """
            select c.number from material m join publicity_campaign c on c.id = m.campaign_id
            where m.id = ?
            """,
            row -> row.text(1),
            material)
        .orElse("");
  }
}
