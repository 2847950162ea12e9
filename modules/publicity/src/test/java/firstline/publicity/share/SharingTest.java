package firstline.publicity.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.job.Progress;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.publicity.PublicityRights;
import firstline.publicity.catalogue.SomeMaterial;
import firstline.publicity.published.PublicMaterials;
import firstline.publicity.rendition.Cover;
import firstline.testkit.clock.MutableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharingTest {
  private static final URI SITE = URI.create("https://fire.example");
  private final Sql sql = TestDatabase.owner();
  private final MutableClock clock = MutableClock.at(SomeMaterial.NOW);

  @BeforeEach
  void house() {
    SomeMaterial.house(sql);
  }

  @AfterEach
  void clear() {
    sql.update("delete from share_link");
    SomeMaterial.clear(sql);
  }

  private ShareLinks links(String path) {
    var id = UUID.randomUUID();
    sql.update(
        """
        insert into officer (id, version, username, name, department_id, area_code, created_at)
        values (?, 1, ?, '王敏', '00000000-0000-7000-8000-0000000c0001', ?, now())
        """,
        id,
        id.toString(),
        SomeMaterial.CITY);
    var desk = new Desk();
    desk.seat(
        new OfficerOnDuty(
            id,
            "x",
            "王敏",
            UUID.randomUUID(),
            "宣传部",
            "Publicity",
            SomeMaterial.CITY,
            "宣市",
            "zh",
            List.of(new OfficerOnDuty.Grant(PublicityRights.DRAFT, path)),
            null));
    desk.begin(PublicityRights.DRAFT);
    return new ShareLinks(TestDatabase.sql(), desk, clock, null);
  }

  private UUID draft() {
    var material = SomeMaterial.put(sql, SomeMaterial.NORTH, "DRAFT", "草稿", "文字", null);
    return sql.one(
        "select id from material_version where material_id = ?", row -> row.id(1), material);
  }

  @Test
  @Requirement("R66.1")
  void aLinkLivesUntilItExpiresOrIsRevokedAndIsKeptAsAHash() {
    var links = links(SomeMaterial.CITY + "/");
    var version = draft();
    var token = links.make(new ShareLinks.Command(version, 7, ""));
    assertEquals(version, links.living(token).orElseThrow().version());
    assertEquals(Optional.empty(), links.living(token + "x"));
    long kept =
        sql.one(
            "select count(*) from share_link where share_link::text like ?",
            row -> row.number(1),
            "%" + token + "%");
    assertEquals(0, kept);
    clock.move(Duration.ofDays(8));
    assertTrue(links.living(token).isEmpty());
    var second = links.make(new ShareLinks.Command(version, 7, ""));
    var living = links.living(second).orElseThrow();
    links.used(living.id());
    links.revoke(living.id());
    assertTrue(links.living(second).isEmpty());
    assertThrows(NotFound.class, () -> links.revoke(living.id()));
    assertThrows(Refusal.class, () -> links.make(new ShareLinks.Command(version, 91, "")));
    assertThrows(Refusal.class, () -> links.make(new ShareLinks.Command(version, 7, "short")));
  }

  @Test
  @Requirement("R66.1")
  void aStrangersDraftCannotBeSharedNorItsLinkRevoked() {
    var version = draft();
    var stranger = links(SomeMaterial.CITY + "/" + SomeMaterial.SOUTH + "/");
    assertThrows(NotFound.class, () -> stranger.make(new ShareLinks.Command(version, 7, "")));
    var links = links(SomeMaterial.CITY + "/");
    var token = links.make(new ShareLinks.Command(version, 7, ""));
    var id = links.living(token).orElseThrow().id();
    assertThrows(NotFound.class, () -> stranger.revoke(id));
    assertTrue(links.living(token).isPresent());
  }

  @Test
  @Requirement("R66.4")
  void anEmbedIsOfThisSiteAloneAndFitsThePage() {
    assertEquals(
        Optional.of("M-2026-0001"),
        Embed.number("https://fire.example/materials/M-2026-0001?print=large", SITE));
    for (var foreign :
        List.of(
            "https://evil.example/materials/M-2026-0001",
            "https://fire.example/console/home",
            "M-2026-0001",
            "http://[",
            "")) {
      assertEquals(Optional.empty(), Embed.number(foreign, SITE), foreign);
    }
    var answer = Embed.answer("M-2026-0001", "标语", SITE, new int[] {300, 9999}).build();
    assertEquals(300, answer.getInt("width"));
    assertEquals(480, answer.getInt("height"));
    assertTrue(answer.getString("html").contains("src=\"https://fire.example/embed/M-2026-0001\""));
  }

  @Test
  @Requirement("R66.5")
  void anArchiveHoldsWhatIsOutAndNamesTheRest() throws IOException {
    SomeMaterial.put(sql, SomeMaterial.NORTH, "PUBLISHED", "现行", "好的", null);
    SomeMaterial.put(sql, SomeMaterial.NORTH, "RECALLED", "召回", "坏的", null);
    var numbers =
        sql.list("select number from material where area_code like '9948%'", row -> row.text(1));
    var bytes = new ByteArrayOutputStream();
    var materials = new PublicMaterials(TestDatabase.sql(), new Cover(TestDatabase.sql()), clock);
    new PackSeveral(materials, null).write(numbers, bytes, Progress.unseen());
    var entries = new HashMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertEquals(2, entries.size(), entries.toString());
    assertTrue(entries.containsValue("好的"));
    var manifest = entries.getOrDefault("manifest.csv", "");
    assertTrue(manifest.contains("RECALLED") && manifest.contains("号码写错"), manifest);
  }
}
