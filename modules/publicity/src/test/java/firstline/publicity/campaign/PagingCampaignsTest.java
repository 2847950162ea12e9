package firstline.publicity.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.page.Cursor;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.publicity.PublicityRights;
import firstline.publicity.catalogue.SomeMaterial;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PagingCampaignsTest {
  private static final UUID DEPARTMENT = UUID.fromString("00000000-0000-7000-8000-0000000c0001");

  private final Sql sql = TestDatabase.keptOwner();

  @BeforeEach
  void house() {
    SomeMaterial.house(sql);
  }

  @AfterEach
  void clear() {
    sql.update("delete from publicity_campaign where number like 'PAGE-%'");
    SomeMaterial.clear(sql);
  }

  private CampaignQueries seen(String area) {
    var path = SomeMaterial.CITY + "/" + area + "/";
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            UUID.randomUUID(),
            "designer",
            "罗晓燕",
            DEPARTMENT,
            "宣传部",
            "Publicity",
            area,
            "县",
            "zh",
            List.of(new OfficerOnDuty.Grant(PublicityRights.READ, path)),
            null));
    desk.begin(PublicityRights.READ);
    return new CampaignQueries(sql, desk);
  }

  @Test
  @Requirement("R118.3")
  void everyCampaignStandsOnOnePageThoughManyBeginOnADay() {
    for (var number = 0; number < 120; number++) {
      sql.update(
          """
          insert into publicity_campaign (id, version, area_code, department_id, department_name,
            number, title, begins, ends, made_at)
          values (gen_random_uuid(), 1, ?, ?, '宣传部', ?, '活动', ?, ?, now())
          """,
          SomeMaterial.NORTH,
          DEPARTMENT,
          "PAGE-" + number,
          LocalDate.of(2026, 3, 1).minusDays(number / 40),
          LocalDate.of(2026, 4, 1));
    }
    var queries = seen(SomeMaterial.NORTH);
    var first = queries.list(Cursor.START);
    var second = queries.list(Cursor.read(first.after(), ""));
    var third = queries.list(Cursor.read(second.after(), ""));
    var numbers =
        Stream.of(first, second, third)
            .flatMap(page -> page.rows().stream())
            .map(CampaignQueries.Line::number)
            .toList();
    assertEquals(120, Set.copyOf(numbers).size());
    assertEquals(120, numbers.size());
    assertEquals(second, queries.list(Cursor.read("", third.before())));
    assertEquals(List.of(), seen(SomeMaterial.SOUTH).list(Cursor.START).rows());
  }
}
