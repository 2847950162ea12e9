package firstline.rumour.imported;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.tabular.RejectedLine;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportFileTest {
  @Test
  @Requirement("R5.2")
  void aBadLineIsReportedAndTheOthersAreRead() throws Exception {
    var lines =
        """
        {"externalId":"a","claim":"传言","verdict":"FALSE","fact":"事实","explanation":"说明","sources":["机构"],"language":"zh"}
        {"externalId":
        [1]
        {"externalId":"b","claim":"传言二","wordings":["又一说"],"verdict":"partly-false","sources":[{"name":"机构","url":"https://example.org"}]}
        """;
    var read =
        ImportFile.jsonLines(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    assertEquals(List.of("a", "b"), read.lines().stream().map(ImportLine::externalId).toList());
    assertEquals(List.of(2, 3), read.rejected().stream().map(RejectedLine::line).toList());
    assertEquals("PARTLY_FALSE", read.lines().get(1).verdict());
    assertEquals(List.of("机构 https://example.org"), read.lines().get(1).sources());
  }

  @Test
  void anotherSystemsHeadersAndVerdictsAreUnderstood() {
    var table =
        "_id,body,id,mainSummary,rumorType,sourceUrl,summary,title,crawlTime\n"
            + "x1,说明,5,事实,2,,,传言？,2020-02-13 02:28:21.281\n";
    var line = ImportFile.table(table.getBytes(StandardCharsets.UTF_8)).lines().get(0);
    assertEquals("x1", line.externalId());
    assertEquals("UNPROVEN", line.verdict());
    assertEquals("传言？", line.claim());
    assertEquals("事实", line.fact());
    assertEquals("2020-02-13 02:28:21.281", line.publishedAt());
  }
}
