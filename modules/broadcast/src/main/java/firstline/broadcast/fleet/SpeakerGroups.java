package firstline.broadcast.fleet;

import static firstline.broadcast.BroadcastRights.FLEET;
import static firstline.broadcast.BroadcastRights.READ;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/**
 * Groups of speakers across villages, such as 学校 or 低洼: a simple catalogue by area. A speaker of
 * the area and all below it may belong to a group.
 */
@ApplicationScoped
public class SpeakerGroups {
  /**
   * A group as the page shows it.
   *
   * @param speakers in use that belong to it, of the officer's areas
   * @param mine true if the officer may rename it
   */
  public record Group(
      UUID id, long version, String name, String areaName, long speakers, boolean mine) {}

  /**
   * A new group.
   *
   * @param area 12-digit code
   */
  public record Make(@NotNull String area, @NotNull String name) {}

  /** Another name for a group; who belongs to it and what reaches it stays. */
  public record Rename(@NotNull UUID id, long version, @NotNull String name) {}

  private static final int NAME = 60;
  private static final int MOST = 500;

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected SpeakerGroups() {}

  /** For tests without a server. */
  SpeakerGroups(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** Those of the officer's areas and of the areas above, by name. */
  @Allows(right = READ, reads = true)
  public List<Group> list() {
    return sql.list(
        """
        with belonging as (
          select c.club, count(*) as speakers
          from speaker s join area b on b.code = s.area_code and b.path like any (?)
            cross join lateral unnest(string_to_array(s.groups, ' ')) c (club)
          where s.state <> 'RETIRED' and s.groups <> '' group by c.club)
        select g.id, g.version, g.name, a.name, coalesce(c.speakers, 0), a.path like any (?)
        from speaker_group g join area a on a.code = g.area_code
          left join belonging c on c.club = g.id::text
        where a.path like any (?)
          or exists (select 1 from area mine where mine.code = ? and starts_with(mine.path, a.path))
        order by g.name, a.path limit ?
        """,
        row ->
            new Group(
                row.id(1), row.number(2), row.text(3), row.text(4), row.number(5), row.flag(6)),
        desk.scope().patterns(),
        desk.scope().patterns(),
        desk.scope().patterns(),
        desk.officer().areaCode(),
        MOST);
  }

  /**
   * Makes a group; its id.
   *
   * @throws Refusal {@code group.name}, {@code group.known}
   * @throws NotFound if the area lies outside the officer's
   */
  @Allows(right = FLEET)
  @Requirement("R49.3")
  public UUID make(@Valid Make command) {
    var id = Ids.next();
    var name = checked(command.name());
    sql.one(
        "select 1 from area where code = ? and path like any (?)",
        row -> row.integer(1),
        command.area(),
        desk.scope().patterns());
    if (sql.update(
            """
            insert into speaker_group (id, version, area_code, name) values (?, 1, ?, ?)
            on conflict do nothing
            """,
            id,
            command.area(),
            name)
        == 0) {
      throw new Refusal("group.known", name);
    }
    return id;
  }

  /**
   * Renames it.
   *
   * @throws Refusal {@code group.name}, {@code group.known}
   * @throws NotFound if there is none in the officer's areas
   * @throws Conflict if somebody was faster
   */
  @Allows(right = FLEET)
  @Requirement("R49.3")
  public void rename(@Valid Rename command) {
    var name = checked(command.name());
    var area =
        sql.one(
            """
            select g.area_code from speaker_group g join area a on a.code = g.area_code
            where g.id = ? and a.path like any (?) for update of g
            """,
            row -> row.text(1),
            command.id(),
            desk.scope().patterns());
    if (sql.first(
            "select 1 from speaker_group where area_code = ? and name = ? and id <> ?",
            row -> 1,
            area,
            name,
            command.id())
        .isPresent()) {
      throw new Refusal("group.known", name);
    }
    if (sql.update(
            "update speaker_group set name = ?, version = version + 1 where id = ? and version = ?",
            name,
            command.id(),
            command.version())
        == 0) {
      throw new Conflict();
    }
  }

  /** A name stands in the places of a schedule, where a comma or a space ends it. */
  private static String checked(String typed) {
    var name = typed.strip();
    if (!name.matches("[\\p{L}\\p{N}_-]{1," + NAME + "}") || name.matches("[0-9]{12}")) {
      throw new Refusal("group.name", typed, NAME);
    }
    return name;
  }

  /**
   * Refuses groups to which a speaker of the area cannot belong.
   *
   * @throws Refusal {@code speaker.group}
   */
  @Allows(right = FLEET, reads = true)
  @Requirement("R49.4")
  public void require(String area, List<UUID> groups) {
    var fitting =
        sql.one(
            """
            select count(*) from speaker_group g join area a on a.code = g.area_code
              join area here on starts_with(here.path, a.path)
            where here.code = ? and g.id = any (?::text[]::uuid[])
            """,
            row -> row.number(1),
            area,
            groups.stream().map(UUID::toString).toArray(String[]::new));
    if (fitting != groups.size()) {
      throw new Refusal("speaker.group");
    }
  }
}
