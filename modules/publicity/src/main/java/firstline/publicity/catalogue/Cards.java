package firstline.publicity.catalogue;

import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.publicity.rendition.Cover;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the index found, as it stands in the database now. */
@ApplicationScoped
@Allows(right = Rights.EVERYONE, reads = true)
public class Cards {
  /**
   * What stands on a card.
   *
   * @param version the one that speaks for it, among those that the reader may see
   */
  public record Card(
      UUID id,
      UUID version,
      String number,
      String title,
      String kind,
      String state,
      String areaName,
      String topic,
      String topicEn,
      String summary,
      String mediaType,
      String language,
      Instant draftedAt,
      @Nullable Instant publishedAt,
      @Nullable LocalDate until,
      Cover.Face face) {
    private Card with(Cover.Face other) {
      return new Card(
          id,
          version,
          number,
          title,
          kind,
          state,
          areaName,
          topic,
          topicEn,
          summary,
          mediaType,
          language,
          draftedAt,
          publishedAt,
          until,
          other);
    }
  }

  /** What a value is called. */
  record Name(String zh, String en) {}

  @Inject private Sql sql;
  @Inject private Cover cover;

  @SuppressWarnings("NullAway.Init")
  protected Cards() {}

  /** For tests without a server. */
  Cards(Sql sql, Cover cover) {
    this.sql = sql;
    this.cover = cover;
  }

  /** In the order of the ids; what the reader may not see any more is left out. */
  List<Card> read(List<UUID> ids, Looking.Eyes eyes, LocalDate today) {
    var found = new HashMap<UUID, Card>();
    sql
        .list(
            """
            select m.id, v.id, m.number, v.title, m.kind,
              case when m.state = 'PUBLISHED' and m.valid_until < ? then 'EXPIRED' else m.state end,
              a.name, coalesce(t.name, ''), coalesce(t.name_en, ''), left(coalesce(nullif(v.summary, ''), v.text), 200),
              coalesce(v.media_type, ''), v.language, m.drafted_at, m.published_at, m.valid_until
            from material m join area a on a.code = m.area_code
              left join topic t on t.id = m.topic_id
              cross join lateral (
                select v.id, v.title, v.summary, v.text, v.media_type, r.language
                from material_version v join variant r on r.id = v.variant_id
                where v.material_id = m.id and (v.published_at is not null or a.path like any (?))
                order by array_position(array['PUBLISHED', 'RECALLED', 'APPROVED', 'IN_REVIEW',
                  'DRAFT', 'ARCHIVED'], v.state), v.drafted_at desc, v.id desc limit 1) v
            where m.id = any (?::uuid[])
            """,
            Cards::card,
            today,
            eyes.paths().stream().map(path -> path + "%").toArray(String[]::new),
            ids.stream().map(UUID::toString).toArray(String[]::new))
        .stream()
        .filter(card -> !eyes.publicOnly() || card.state().equals("PUBLISHED"))
        .forEach(card -> found.put(card.id(), card));
    var faces = cover.of(found.values().stream().map(Card::version).toList());
    return ids.stream()
        .filter(found::containsKey)
        .map(found::get)
        .map(card -> card.with(faces.getOrDefault(card.version(), Cover.Face.NONE)))
        .toList();
  }

  private static Card card(Row row) throws SQLException {
    return new Card(
        row.id(1),
        row.id(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.text(7),
        row.text(8),
        row.text(9),
        row.text(10),
        row.text(11),
        row.text(12),
        row.instant(13),
        row.instantOrNull(14),
        row.dateOrNull(15),
        Cover.Face.NONE);
  }

  /** Names of the topics, campaigns and areas that were counted. */
  Map<String, Name> names(Looking.Counts counts) {
    var names = new HashMap<String, Name>();
    sql.list(
        """
        select id::text, name, name_en from topic where id = any (?::uuid[])
        union all select id::text, title, title from publicity_campaign where id = any (?::uuid[])
        union all select code, name, name from area where code = any (?)
        """,
        row -> names.put(row.text(1), new Name(row.text(2), row.text(3))),
        some(counts, Facet.TOPIC),
        some(counts, Facet.CAMPAIGN),
        some(counts, Facet.AREA));
    return names;
  }

  private static String[] some(Looking.Counts counts, Facet facet) {
    Collection<String> values = counts.values().getOrDefault(facet, Map.of()).keySet();
    return values.toArray(String[]::new);
  }
}
