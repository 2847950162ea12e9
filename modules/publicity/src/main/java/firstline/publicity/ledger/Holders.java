package firstline.publicity.ledger;

import static firstline.publicity.PublicityRights.READ;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who has copies of a batch, as the tree of areas. */
@ApplicationScoped
public class Holders {
  /** Copies, by what is or became of them. */
  public record Held(long stock, long onTheWay, long handedOut, long destroyed, long lost) {
    static final Held NONE = new Held(0, 0, 0, 0, 0);

    Held plus(Held more) {
      return new Held(
          stock + more.stock,
          onTheWay + more.onTheWay,
          handedOut + more.handedOut,
          destroyed + more.destroyed,
          lost + more.lost);
    }

    /** What is not none, in its order. */
    public List<Balance.Part> parts() {
      return List.of(
              new Balance.Part("STOCK", "", stock),
              new Balance.Part("ON_THE_WAY", "SEND", onTheWay),
              new Balance.Part("HANDED_OUT", "HAND_OUT", handedOut),
              new Balance.Part("DESTROYED", "DESTROY", destroyed),
              new Balance.Part("LOST", "LOSE", lost))
          .stream()
          .filter(part -> part.count() > 0)
          .toList();
    }
  }

  /** An area: what its own store has, and all of it with what is below. */
  public record Node(String code, String name, Held own, Held sum, List<Node> children) {
    /** True if its own store has something beside what the areas below have. */
    public boolean isHolding() {
      return !own.equals(Held.NONE);
    }

    /** Itself and all areas below it. */
    long size() {
      return 1 + children.stream().mapToLong(Node::size).sum();
    }

    /** The area with the code, itself or below it. */
    Optional<Node> at(String wanted) {
      return code.equals(wanted)
          ? Optional.of(this)
          : children.stream().flatMap(child -> child.at(wanted).stream()).findFirst();
    }
  }

  /** An area in the order of the tree. */
  record Place(String code, String name, String path, Held own) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected Holders() {}

  /** For tests without a server. */
  Holders(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** The tops of the tree within the officer's areas. */
  @Allows(right = READ, reads = true)
  @Requirement("R61.8")
  public List<Node> of(UUID batch) {
    return tree(
        sql.list(
            """
            with told (area_code, held, way, handed, gone, lost) as (
                select area_code, quantity, 0::bigint, 0::bigint, 0::bigint, lost
                from holding where batch_id = ?
                union all
                select to_area, 0, open, 0, 0, 0 from consignment where batch_id = ? and open > 0
                union all
                select area_code, 0, 0, case kind when 'HAND_OUT' then quantity else 0 end,
                  case kind when 'DESTROY' then quantity else 0 end, 0
                from movement where batch_id = ? and kind in ('HAND_OUT', 'DESTROY')),
              place as (
                select t.area_code, sum(held)::bigint held, sum(way)::bigint way,
                  sum(handed)::bigint handed, sum(gone)::bigint gone, sum(lost)::bigint lost
                from told t join area a on a.code = t.area_code
                where a.path like any (?) group by t.area_code),
              line as (
                select distinct unnest(string_to_array(rtrim(a.path, '/'), '/')) code
                from place p join area a on a.code = p.area_code)
            select a.code, a.name, a.path, coalesce(p.held, 0), coalesce(p.way, 0),
              coalesce(p.handed, 0), coalesce(p.gone, 0), coalesce(p.lost, 0)
            from line l join area a on a.code = l.code left join place p on p.area_code = a.code
            where a.path like any (?) order by a.path
            """,
            row ->
                new Place(
                    row.text(1),
                    row.text(2),
                    row.text(3),
                    new Held(
                        row.number(4), row.number(5), row.number(6), row.number(7), row.number(8))),
            batch,
            batch,
            batch,
            desk.scope().patterns(),
            desk.scope().patterns()));
  }

  /** Of places in the order of their paths, so that what is below an area follows it. */
  static List<Node> tree(List<Place> places) {
    var tops = new ArrayList<Node>();
    var place = 0;
    while (place < places.size()) {
      var path = places.get(place).path();
      var end = place + 1;
      while (end < places.size() && places.get(end).path().startsWith(path)) {
        end++;
      }
      var children = tree(places.subList(place + 1, end));
      var own = places.get(place).own();
      tops.add(
          new Node(
              places.get(place).code(),
              places.get(place).name(),
              own,
              children.stream().map(Node::sum).reduce(own, Held::plus),
              children));
      place = end;
    }
    return tops;
  }
}
