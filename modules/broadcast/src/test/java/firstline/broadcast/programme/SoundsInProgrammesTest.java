package firstline.broadcast.programme;

import static firstline.broadcast.programme.ProgrammeTables.NOW;
import static firstline.broadcast.programme.ProgrammeTables.SQL;
import static firstline.broadcast.programme.ProgrammeTables.city;
import static firstline.broadcast.programme.ProgrammeTables.daily;
import static firstline.broadcast.programme.ProgrammeTables.programme;
import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.broadcast.TestCity;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SoundsInProgrammesTest {
  private static void sound(TestCity city, String sha256, long length) {
    var file = UUID.randomUUID();
    SQL.update(
        """
        insert into stored_file (id, sha256, bytes, media_type, name, area_code, created_at)
        values (?, ?, 4711, 'audio/mpeg', 'a', ?, now())
        """,
        file,
        sha256,
        city.code());
    SQL.update(
        """
        insert into media (id, area_code, sha256, file_id, opus_file_id, bytes, length, loudness,
          peak, made, codec, name, made_at, officer_name)
        values (?, ?, ?, ?, ?, 4711, ?, -16, -2, 'UPLOAD', 'mp3', 'a', now(), '周')
        """,
        UUID.randomUUID(),
        city.code(),
        sha256,
        file,
        file,
        length);
  }

  @Test
  @Requirement("R38.6")
  void theProgrammeCarriesTheSoundsInTheirOrderBesideTheText() {
    var city = city("954191");
    var audience = city.speaker("SP-1", city.code()).audience();
    var schedule = daily(city, city.code());
    var first = "d1".repeat(32);
    var second = "c2".repeat(32);
    sound(city, first, 40_000);
    sound(city, second, 1_500);
    SQL.update(
        """
        insert into item_media (item_id, position, media_id)
        select s.item_id, case m.sha256 when ? then 1 else 2 end, m.id from schedule s, media m
        where s.id = ? and m.area_code = ?
        """,
        first,
        schedule,
        city.code());
    ProgrammeTables.builder(SQL, MutableClock.at(NOW)).build();
    var item = programme(audience).getJsonArray("items").getJsonObject(0);
    assertEquals("请注意防火", item.getString("text"));
    var media = item.getJsonArray("media").getValuesAs(JsonObject.class);
    assertEquals(2, media.size());
    assertEquals(first, media.get(0).getString("sha256"));
    assertEquals(4711, media.get(0).getInt("bytes"));
    assertEquals("audio/mpeg", media.get(0).getString("type"));
    assertEquals(40_000, media.get(0).getInt("length"));
    assertEquals(second, media.get(1).getString("sha256"));
  }
}
