package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import firstline.persistence.requirement.Requirement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tip-offs whose senders have names like nobody's come in by every way; twelve roles then read
 * whatever links lead them to, and everything that lies on the disk and in the tables is read too.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class NoSealedIdentityLeaksIT {
  /** Name, telephone and address of each sender, as nothing else is called. */
  private static final List<String> SECRETS =
      List.of(
          "濮阳澹台",
          "13977770001",
          "紫藤巷八百零一号",
          "亓官皇甫",
          "13977770002",
          "紫藤巷八百零二号",
          "司徒夹谷",
          "13977770003");

  private static final List<String> ROLES =
      List.of(
          "market.clerk",
          "market.officer",
          "market.head",
          "market.legal",
          "market.police",
          "market.campaign",
          "market.lizhuang",
          "price.monitor",
          "desk",
          "admin.system",
          "admin.security",
          "admin.audit",
          "material.publisher");

  /** Pages of one kind that a role reads: the same page of another record shows no more. */
  private static final int ALIKE = 6;

  private static final int MOST = 220;
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]+)");
  private static final String LIST =
      """
      登记编号,业务类型,企业名称,商品名称,问题描述,争议金额,提供方姓名,提供方电话,联系地址
      KEY0001,投诉举报,密封药房（示例）,口罩,濮阳澹台（13977770001，住紫藤巷八百零一号）反映涨价,10,濮阳澹台,13977770001,紫藤巷八百零一号
      KEY0002,举报,密封药房（示例）,酒精,无厂名,-1,濮阳澹台,13977770001,紫藤巷八百零一号
      """;

  @ArquillianResource private URL base;

  private final List<String> leaks = new ArrayList<>();

  private BrowserContext officer(String name) {
    return Browser.officer(base.toString(), name, "zh", ColorScheme.LIGHT, 1440);
  }

  @Test
  @Requirement({"R82.3", "R91.3", "R91.5"})
  void twelveRolesReadWhatTheyCanAndFindNobody() throws Exception {
    var records = seed();
    var opened = opened(records.get(0));
    assertTrue(
        opened.contains("亓官皇甫") && opened.contains("紫藤巷八百零二号"),
        "whoever may open the seal does find them: this test can fail");
    var read = new TreeMap<String, Integer>();
    for (var role : ROLES) {
      read.put(role, crawl(role, records));
    }
    tables();
    disk();
    assertEquals(List.of(), leaks);
    assertTrue(read.size() >= 12, read.toString());
    assertTrue(read.values().stream().allMatch(pages -> pages >= 8), read.toString());
    assertTrue(read.get("market.head") > 40, read.toString());
  }

  /** Brings them in by list, by hand and by program; pages of the records. */
  private List<String> seed() throws IOException, InterruptedException {
    var records = new ArrayList<String>();
    try (var clerks = officer("market.clerk")) {
      var clerk = clerks.newPage();
      clerk.navigate("/console/market/complaint-form");
      clerk.selectOption("#what", "TIPOFF");
      clerk.fill("#operator", "密封五金（示例）");
      clerk.fill("#goods", "灭火器");
      clerk.fill("#facts", "亓官皇甫反映：灭火器过期。");
      clerk.fill("#contact", "亓官皇甫 13977770002 紫藤巷八百零二号");
      clerk.click("#take");
      clerk.waitForURL(url -> url.contains("/console/market/complaint?id="));
      records.add(path(clerk.url()));
      LetterSteps.act(clerk, "TRIAGE", "TRIAGED");
      Browser.pickDepartment(clerk, "cuiping-market");
      LetterSteps.act(clerk, "ROUTE", "ROUTED");
      by("market.officer", records.get(0), "VERIFY", "VERIFYING");
      by("market.head", records.get(0), "FILE", "FILED");

      clerk.navigate("/console/market/intake");
      clerk.setInputFiles(
          "input[type=file]",
          new FilePayload("12315.csv", "text/csv", LIST.getBytes(StandardCharsets.UTF_8)));
      clerk.click("#bring");
      clerk.waitForSelector("#mapping");
      look("the preview", clerk.content());
      look("the report", ALetterIsRoutedIT.taken(clerk));
      records.add(path(clerk.url()).replaceFirst("&job=.*", ""));
      clerk.navigate("/console/market/complaints?words=密封药房");
      for (var link : clerk.locator("td.number a").all()) {
        records.add(link.getAttribute("href"));
      }
      assertEquals(4, records.size(), "a complaint and a tip-off of one line");

      clerk.navigate(records.get(0));
      clerk.click("a[href*='case-form?lead=']");
      clerk.fill("#title", "密封五金灭火器过期");
      clerk.selectOption("#matter", "OTHER");
      clerk.fill("#party", "密封五金店");
      clerk.fill("#code", "92511502MA7F0RE179");
      clerk.fill("#premises", "翠屏区南街1号");
      clerk.click("#file");
      clerk.waitForURL(url -> url.contains("/console/market/case?id="));
      records.add(path(clerk.url()));
    }
    var posted =
        Api.of(base)
            .post(
                "market/letters",
                "application/json",
                """
                {"number": "KEY0003", "kind": "TIPOFF", "operator": "密封网店（示例）",
                 "facts": "司徒夹谷 说没有标价", "name": "司徒夹谷", "phone": "13977770003"}
                """
                    .replace("TIPOFF", "tipoff"));
    assertTrue(posted.getBoolean("taken"), posted.toString());
    records.add(posted.getString("url"));
    return records;
  }

  private void by(String name, String record, String action, String state) {
    try (var officers = officer(name)) {
      var page = officers.newPage();
      page.navigate(record);
      LetterSteps.act(page, action, state);
    }
  }

  private static String path(String url) {
    return url.replaceFirst("https?://[^/]+", "");
  }

  /** What the head reads after giving a reason. */
  private String opened(String record) {
    try (var heads = officer("market.head")) {
      var head = heads.newPage();
      head.navigate(record);
      look("before the reason", head.content());
      head.fill("#why", "核实举报奖励");
      head.click("#open");
      head.waitForSelector("#identity");
      return head.textContent("#identity");
    }
  }

  private int crawl(String role, List<String> records) {
    var read = 0;
    try (var context = officer(role)) {
      var waiting = new ArrayDeque<>(records);
      waiting.add("/console/home");
      for (var secret : SECRETS) {
        var words = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        waiting.add("/console/market/complaints?words=" + words);
        waiting.add("/console/market/cases?q=" + words);
        waiting.add("/console/search?q=" + words);
        waiting.add("/console/admin/audit?subject=" + words);
      }
      for (var list :
          List.of(
              "complaints", "cases", "terms?whose=area", "routing", "intake", "term-calendar")) {
        waiting.add("/console/market/" + list);
      }
      waiting.add("/console/admin/audit");
      waiting.add("/api/v1/indicators");
      waiting.add("/api/v1/me");
      waiting.add("/notices");
      var seen = new HashSet<String>();
      Map<String, Integer> alike = new HashMap<>();
      while (!waiting.isEmpty() && read < MOST) {
        var address = waiting.poll();
        var kind = address.replaceFirst("=.*", "");
        if (!seen.add(address)
            || address.startsWith("/session/")
            || address.startsWith("/resources/")
            || alike.merge(kind, 1, Integer::sum)
                > (records.contains(address) ? MOST : ALIKE + SECRETS.size())) {
          continue;
        }
        var answer = context.request().get(address);
        if (answer.status() == 200) {
          read++;
          var text = text(answer);
          look(
              role + " " + address,
              address.matches(".*[?&](words|q|subject)=.+") ? asked(text) : text);
          follow(text, waiting);
        }
      }
    }
    return read;
  }

  /** A page repeats what was looked for in its own field and address: that is the reader's word. */
  private static String asked(String text) {
    return text.replaceAll("value=\"[^\"]*\"", "").replaceAll("(?:href|action)=\"[^\"]*\"", "");
  }

  private static void follow(String text, ArrayDeque<String> waiting) {
    var match = LINK.matcher(text);
    while (match.find()) {
      var address = match.group(1).replace("&amp;", "&");
      if (address.startsWith("/console/")
          || address.startsWith("/api/")
          || address.startsWith("/files/")) {
        waiting.add(address);
      }
    }
  }

  private void look(String where, String text) {
    for (var secret : SECRETS) {
      if (text.contains(secret)) {
        leaks.add(where + ": " + secret);
      }
    }
  }

  private static String text(APIResponse answer) {
    var type = answer.headers().getOrDefault("content-type", "");
    var body = answer.body();
    try {
      if (type.startsWith("application/pdf")) {
        return written(body);
      }
      return body.length > 2 && body[0] == 'P' && body[1] == 'K'
          ? unpacked(body)
          : new String(body, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(type, e);
    }
  }

  /** What a reader of the document sees; of one that cannot be opened, its bytes. */
  private static String written(byte[] body) {
    try (var document = Loader.loadPDF(body)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s", "");
    } catch (IOException e) {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** Every entry of an archive or office document, and what is packed within it. */
  private static String unpacked(byte[] archive) throws IOException {
    var text = new StringBuilder();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        var bytes = zip.readAllBytes();
        text.append(entry.getName())
            .append(
                entry.getName().toLowerCase(Locale.ROOT).matches(".*[.](zip|docx|xlsx)")
                    ? unpacked(bytes)
                    : new String(bytes, StandardCharsets.UTF_8).replaceAll("<[^>]+>", ""));
      }
    }
    return text.toString();
  }

  /** Every row of every table, as text. */
  private void tables() throws SQLException {
    try (var owner = ServerDatabase.of(System.getProperty("home")).owner();
        var statement = owner.createStatement()) {
      var names = new ArrayList<String>();
      try (var tables =
          statement.executeQuery(
              """
              select format('%I.%I', schemaname, tablename) from pg_tables
              where schemaname not in ('pg_catalog', 'information_schema')
              """)) {
        while (tables.next()) {
          names.add(tables.getString(1));
        }
      }
      assertTrue(names.size() > 50, names.toString());
      for (var secret : SECRETS) {
        for (var name : names) {
          try (var found =
              statement.executeQuery(
                  "select count(*) from " + name + " t where t::text like '%" + secret + "%'")) {
            found.next();
            if (found.getLong(1) > 0) {
              leaks.add("table " + name + ": " + secret);
            }
          }
        }
      }
    }
  }

  /** Logs and whatever else the server writes, but for the database's own files. */
  private void disk() throws IOException {
    var home = Path.of(System.getProperty("home"));
    try (var files = Files.walk(home)) {
      for (var file :
          files
              .filter(Files::isRegularFile)
              .filter(one -> !one.startsWith(home.resolve("pg")))
              .toList()) {
        look(
            "file " + home.relativize(file),
            new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    }
  }
}
