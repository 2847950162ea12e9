package firstline.publicity.catalogue;

import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** What is to be found, as the index reads it from the database. */
final class FiledMaterial {
  private final Sql sql;

  FiledMaterial(Sql sql) {
    this.sql = sql;
  }

  /** The oldest transaction still running: whatever came before it can be read. */
  String horizon() {
    return sql.one("select pg_snapshot_xmin(pg_current_snapshot())::text", row -> row.text(1));
  }

  long count() {
    return sql.one("select count(*) from material_change", row -> row.number(1));
  }

  /** Materials that changed in that transaction or later, by id, after {@code last}. */
  List<UUID> changed(String since, UUID last, int most) {
    return sql.list(
        """
        select material_id from material_change
        where changed >= ?::text::xid8 and material_id > ? order by material_id limit ?
        """,
        row -> row.id(1),
        since,
        last,
        most);
  }

  List<Filed> read(List<UUID> ids) {
    return sql.list(
        """
        select m.id, m.number, m.kind, coalesce(m.topic_id::text, ''),
          coalesce(m.campaign_id::text, ''), string_to_array(rtrim(a.path, '/'), '/'), m.state,
          m.valid_until, m.published_at is not null, m.drafted_at, v.languages, v.dialects,
          concat_ws(' ', m.number, case when m.published_at is not null then m.title end,
            t.name, c.title, m.department_name, v.open),
          concat_ws(' ', case when m.published_at is null then m.title end, v.hidden),
          coalesce(v.orientation, ''), coalesce(v.colour, '')
        from material m join area a on a.code = m.area_code
          left join topic t on t.id = m.topic_id
          left join publicity_campaign c on c.id = m.campaign_id
          cross join lateral (
            select
              array_agg(distinct r.language)
                filter (where v.published_at is not null or m.published_at is null) as languages,
              array_agg(distinct r.dialect)
                filter (where v.published_at is not null or m.published_at is null) as dialects,
              string_agg(concat_ws(' ', v.title, v.title, v.summary, v.alt_text, v.text, r.audience,
                r.dialect, r.size, v.source_ref), ' ') filter (where v.published_at is not null)
                as open,
              string_agg(concat_ws(' ', v.title, v.title, v.summary, v.alt_text, v.text, r.audience,
                r.dialect, r.size, v.source_ref), ' ') filter (where v.published_at is null)
                as hidden,
              (array_agg(j.orientation order by v.state = 'PUBLISHED' desc, v.drafted_at desc))[1]
                as orientation,
              (array_agg(j.colour order by v.state = 'PUBLISHED' desc, v.drafted_at desc))[1]
                as colour
            from material_version v join variant r on r.id = v.variant_id
              left join rendition_job j on j.sha256 = v.sha256
            where v.material_id = m.id) v
        where m.id = any (?::uuid[])
        """,
        FiledMaterial::filed,
        (Object) ids.stream().map(UUID::toString).toArray(String[]::new));
  }

  private static Filed filed(Row row) throws SQLException {
    return new Filed(
        row.id(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.texts(6),
        row.text(7),
        row.dateOrNull(8),
        row.flag(9),
        row.instant(10),
        row.texts(11),
        row.texts(12),
        row.text(13),
        row.text(14),
        row.text(15),
        row.text(16));
  }
}
