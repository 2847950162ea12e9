package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import firstline.persistence.database.TestFolder;
import firstline.persistence.digest.Sha256;
import firstline.persistence.requirement.Requirement;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The server is killed with signal 9 while the page of the phone sends what waits in it. The
 * officer signs in again, and of the inspections and pictures none is lost and none is there twice.
 */
class AQueueSurvivesKillsIT {
  private static final int INSPECTIONS = Integer.getInteger("firstline.inspections", 20);
  private static final int PHOTOGRAPHS = Integer.getInteger("firstline.photographs", 2);
  private static final int KILLS = Integer.getInteger("firstline.queue-kills", 2);
  private static final String ON_SITE = "/console/market/on-site";

  /** A visit and its photographs, put into the phone's own database as the page puts them there. */
  private static final String WAITS =
      """
      async ({ inspections, photographs }) => {
        const { officer } = document.querySelector('[data-on-site]').dataset;
        const hex = (bytes) => [...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, '0')).join('');
        const database = await new Promise((done, fail) => {
          const asked = indexedDB.open('fl-on-site', 1);
          asked.onsuccess = () => done(asked.result);
          asked.onerror = () => fail(asked.error);
        });
        const canvas = Object.assign(document.createElement('canvas'), { width: 800, height: 600 });
        const pen = canvas.getContext('2d');
        const photograph = async () => {
          for (let i = 0; i < 300; i++) {
            pen.fillStyle = `rgb(${Math.random() * 255},${Math.random() * 255},${Math.random() * 255})`;
            pen.fillRect(Math.random() * 800, Math.random() * 600, 60, 60);
          }
          const blob = await new Promise((done) => { canvas.toBlob(done, 'image/jpeg', 0.8); });
          const bytes = await blob.arrayBuffer();
          return { id: crypto.randomUUID(), bytes, sha256: hex(await crypto.subtle.digest('SHA-256', bytes)) };
        };
        const hashes = [];
        for (const { id: inspection, items, finds } of inspections) {
          const taken = [];
          for (let i = 0; i < photographs; i++) taken.push(await photograph());
          const fields = { unsigned: '店主不在场', note: '已出示执法证' };
          for (let place = 1; place <= items; place++) fields[`a${place}`] = finds && place === 1 ? 'NO' : 'YES';
          const now = Date.now();
          const visit = { id: crypto.randomUUID(), officer, at: now, label: inspection, inspection, arrived: now - 60000, left: now, fields, draft: false, told: false,
            pictures: taken.map(({ id, sha256 }) => ({ id, kind: 'PHOTO', sha256, taken: now })) };
          await new Promise((done, fail) => {
            const all = database.transaction(['visits', 'pictures'], 'readwrite', { durability: 'strict' });
            all.objectStore('visits').put(visit);
            taken.forEach(({ id, bytes }) => all.objectStore('pictures').put({ id, bytes }));
            all.oncomplete = done;
            all.onabort = () => fail(all.error);
          });
          taken.forEach(({ id, sha256 }) => hashes.push(`${id} ${sha256}`));
        }
        database.close();
        return hashes;
      }
      """;

  private final Random chance = new Random(Long.getLong("firstline.seed", 11L));

  @Test
  @Requirement({"R90.8", "R90.10", "R101.10"})
  void noneIsLostAndNoneIsThereTwice() throws Exception {
    var folder = TestFolder.named("firstline-queue");
    killedOn(folder.path());
    // After a failure it stays until the next run, to be read.
    folder.close();
  }

  private void killedOn(Path home) throws Exception {
    try (var server = ServerProcess.start(home, Map.of("FIRSTLINE_PROFILE", "demo"))) {
      var account = Credentials.of(home).named("market.officer");
      var inspections = assigned(home);
      try (var phone = Browser.visitor(server.base(), "zh", ColorScheme.LIGHT, 360)) {
        var page = signedIn(phone, account);
        phone.setOffline(true);
        var pictures = waiting(page, inspections);
        assertEquals(INSPECTIONS * PHOTOGRAPHS, pictures.size());
        phone.setOffline(false);
        var begun = System.nanoTime();
        for (var kill = 1; kill <= KILLS; kill++) {
          page.navigate(ON_SITE);
          killAt(server, page, INSPECTIONS - kill * INSPECTIONS / (KILLS + 1));
          assertTrue(left(page) > 0, "killed in the midst of it");
          server.start();
          page.close();
          page = signedIn(phone, account);
        }
        var last = page;
        last.waitForCondition(
            () -> left(last) == 0, new Page.WaitForConditionOptions().setTimeout(600_000));
        System.out.printf(
            "%d inspections with %d photographs each, %d kills, all there after %d s%n",
            INSPECTIONS, PHOTOGRAPHS, KILLS, (System.nanoTime() - begun) / 1_000_000_000L);
        assertEquals(
            INSPECTIONS + " visits of " + INSPECTIONS + " SUBMITTED", visits(home, inspections));
        assertEquals(new HashSet<>(pictures), new HashSet<>(kept(home, last)));
      }
    }
  }

  private static Page signedIn(BrowserContext phone, Credentials.Account account) {
    var page = Browser.signIn(phone, account);
    page.navigate(ON_SITE);
    page.waitForCondition(
        () -> (Boolean) page.evaluate("document.querySelector('[data-kept=yes]') !== null"));
    return page;
  }

  private static List<String> waiting(Page page, List<Map<String, Object>> inspections) {
    var pictures = new ArrayList<String>();
    var told =
        (List<?>)
            page.evaluate(WAITS, Map.of("inspections", inspections, "photographs", PHOTOGRAPHS));
    told.forEach(one -> pictures.add((String) one));
    return pictures;
  }

  private static int left(Page page) {
    return page.locator("[data-on-site-queue] li").count();
  }

  private void killAt(ServerProcess server, Page page, int left) throws InterruptedException {
    page.waitForCondition(
        () -> left(page) > 0 && left(page) <= left,
        new Page.WaitForConditionOptions().setTimeout(600_000));
    page.waitForTimeout(chance.nextInt(80));
    server.kill();
  }

  /** Inspections that wait for the officer, straight into the tables. */
  private static List<Map<String, Object>> assigned(Path home) throws SQLException {
    var inspections = new ArrayList<Map<String, Object>>();
    try (var connection = ServerDatabase.of(home.toString()).owner();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          with shop as (
            insert into operator (id, area_code, name, person, premises, made_at)
            select gen_random_uuid(), '511502000000', '杀不死店' || n, true, '南街' || n || '号', now()
            from generate_series(1, %d) n returning id, name)
          insert into inspection (id, number, kind, operator_id, area_code, department_id,
            department_name, checklist_id, title, state, version, planned_at, planned_name)
          select gen_random_uuid(), 'K-' || shop.name, 'TARGETED', shop.id, '511502000000', d.id,
            d.name, (select id from checklist where goods_group = 'FOOD' order by version desc limit 1),
            '断网断电检查', 'ASSIGNED', 1, now(), '甲'
          from shop, officer o join department d on d.id = o.department_id
          where o.username = 'market.officer'
          """
              .formatted(INSPECTIONS));
      statement.execute(
          """
          insert into inspection_officer (inspection_id, officer_id, officer_name, drawn)
          select i.id, o.id, o.name, false from inspection i, officer o
          where i.title = '断网断电检查' and o.username in ('market.officer', 'market.officer2')
          """);
      try (var rows =
          statement.executeQuery(
              """
              select i.id::text, (select count(*) from checklist_item c
                where c.checklist_id = i.checklist_id) from inspection i where i.title = '断网断电检查'
              """)) {
        while (rows.next()) {
          inspections.add(
              Map.of(
                  "id", rows.getString(1),
                  "items", rows.getInt(2),
                  "finds", inspections.size() % 3 == 0));
        }
      }
    }
    assertEquals(INSPECTIONS, inspections.size());
    return inspections;
  }

  private static String visits(Path home, List<Map<String, Object>> inspections)
      throws SQLException {
    try (var connection = ServerDatabase.of(home.toString()).owner();
        var statement = connection.createStatement()) {
      try (var terms =
          statement.executeQuery(
              """
              select count(*) from term t join inspection i on i.id = t.record_id
              where i.title = '断网断电检查'
              """)) {
        terms.next();
        assertEquals(
            inspections.stream().filter(one -> one.get("finds").equals(true)).count(),
            terms.getLong(1),
            "a term for each that found something, once");
      }
      try (var rows =
          statement.executeQuery(
              """
              select (select count(*) from inspection_visit v join inspection i
                  on i.id = v.inspection_id where i.title = '断网断电检查') || ' visits of '
                || count(*) || ' ' || state
              from inspection where title = '断网断电检查' group by state
              """)) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  /** The pictures that the server has, each with the hash of the bytes that it gives. */
  private static List<String> kept(Path home, Page page) throws SQLException {
    var kept = new ArrayList<String>();
    try (var connection = ServerDatabase.of(home.toString()).owner();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select p.id::text from inspection_picture p
                  join inspection_visit v on v.id = p.visit_id
                  join inspection i on i.id = v.inspection_id where i.title = '断网断电检查'
                """)) {
      while (rows.next()) {
        var answer = page.request().get("/console/market/visited/picture?id=" + rows.getString(1));
        assertEquals(200, answer.status());
        kept.add(rows.getString(1) + " " + Sha256.hex(answer.body()));
      }
    }
    assertEquals(INSPECTIONS * PHOTOGRAPHS, kept.size(), "none twice");
    return kept;
  }
}
