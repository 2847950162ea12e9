package firstline.console.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URL;
import java.sql.SQLException;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Another program hands rebuttals over and asks about them at once, by both legs. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ImportAndMatchIT {
  private static final String LINES =
      """
      {"externalId":"m1","claim":"七星山昨夜有陨石坠落，山上的人都撤离了","verdict":"FALSE","fact":"七星山没有陨石坠落","explanation":"当晚是气象气球的回收灯光。","sources":["市应急管理局"],"language":"zh"}
      not a line
      {"externalId":"m2","claim":"吃碘盐可以防辐射，超市的盐快被抢光了","wordings":["多吃盐能够阻挡核辐射"],"verdict":"FALSE","fact":"碘盐不能防辐射","explanation":"每天要吃几公斤盐才可能有一点作用，人早已中毒。","sources":["市疾病预防控制中心"],"language":"zh"}
      """;

  @ArquillianResource private URL base;

  @Test
  @Requirement({"R4.2", "R5.2", "R7.2", "R7.4"})
  void whatWasImportedIsFoundAtOnceByItsWordsAndByItsMeaning() throws Exception {
    var imported =
        Api.of(base).post("rumours/import?origin=match-it", "application/x-ndjson", LINES);
    assertEquals(2, imported.getInt("imported"));
    assertEquals(2, imported.getJsonArray("rejected").getJsonObject(0).getInt("line"));

    var repeated = match("【转发】七星山昨夜有隕石墜落，山上的人都撤离了！快告诉家人");
    assertEquals("ANSWERED", repeated.getString("tier"));
    assertEquals("七星山没有陨石坠落", title(repeated));

    assertEquals(0, counted("select count(*) from rumour_change where not embedded"));
    assertTrue(counted("select count(*) from rumour_vector") >= 5);
    var meant = match("碘盐真的能防核辐射？大家都在抢");
    assertNotEquals("NONE", meant.getString("tier"), meant.toString());
    assertEquals("碘盐不能防辐射", title(meant));

    assertEquals("NONE", match("听说孔子墓里挖出了一台蒸汽机").getString("tier"));
  }

  private static long counted(String query) throws SQLException {
    try (var connection = ServerDatabase.of(System.getProperty("home")).owner();
        var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }

  private static String title(JsonObject answer) {
    var first = answer.getJsonArray("matches").getJsonObject(0);
    assertTrue(first.getString("url").contains("/rumours/"));
    return first.getString("title");
  }

  private JsonObject match(String text) throws IOException, InterruptedException {
    var question = Json.createObjectBuilder().add("text", text).add("limit", 3).build();
    return Api.of(base).post("rumours/match", "application/json", question.toString());
  }
}
