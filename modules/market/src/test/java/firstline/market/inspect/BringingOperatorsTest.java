package firstline.market.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.imports.ImportFile;
import firstline.persistence.imports.TakeTable;
import firstline.persistence.job.Progress;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A county's old register of operators, brought by a table. */
class BringingOperatorsTest {
  private static final String HEADER = "经营者名称,统一社会信用代码,区划代码,经营场所,许可证,品类,风险等级\n";

  @TempDir private Path files;

  private Field field(String digits) {
    return Field.found(digits, 1, MutableClock.at(Instant.parse("2026-03-02T01:00:00Z")), files);
  }

  private static ImportFile.Read read(ImportOperators table, String text) {
    return ImportFile.read(table, text.getBytes(StandardCharsets.UTF_8));
  }

  private static ImportOperators over(Sql sql, Field field) {
    return new ImportOperators(sql, field.clerk(), field.clock());
  }

  @Test
  @Requirement("R116.2")
  void everyFaultOfALineIsNamed() {
    var field = field("519601");
    var text =
        HEADER
            + "康民药房,91110000600037341L,%s,南街1号,,药品,高\n"
            + "无名药房,123,%s,南街2号,,药品,高\n"
            + "外县药房,,110000000000,南街3号,,Medicine,Low\n"
            + "杂货店,,%s,南街4号,,杂货,极高\n";
    var faults =
        field.run(
            sql -> {
              var table = over(sql, field);
              return new TakeTable()
                  .faults(table, read(table, text.replace("%s", field.county()))).stream()
                      .map(one -> one.line() + " " + one.column() + " " + one.code())
                      .toList();
            });
    assertEquals(
        List.of(
            "3 credit-code operator.code",
            "4 area area.mine",
            "5 goods operator.goods",
            "5 risk operator.risk"),
        faults);
  }

  @Test
  @Requirement("R116.3")
  void aRegisterComesAsAWholeAndIsDrawnFrom() {
    var field = field("519602");
    var rows =
        IntStream.rangeClosed(1, 300)
            .mapToObj(
                number -> "个体" + number + ",," + field.county() + ",东街" + number + "号,,药品,中\n")
            .collect(Collectors.joining());
    assertThrows(
        Refusal.class,
        () ->
            field.run(
                sql -> {
                  var table = over(sql, field);
                  return new TakeTable()
                      .take(
                          table, read(table, HEADER + rows + "坏,,1,x,,药品,中\n"), Progress.unseen());
                }));
    assertEquals(0, operators(field));
    var kept =
        field.run(
            sql -> {
              var table = over(sql, field);
              return new TakeTable().take(table, read(table, HEADER + rows), Progress.unseen());
            });
    assertEquals(300, kept);
    assertEquals(300, operators(field));
  }

  private static long operators(Field field) {
    return TestDatabase.owner()
        .one(
            """
            select count(*) from operator o join operator_supervision s on s.operator_id = o.id
            where o.area_code = ? and s.goods_group = 'MEDICINE' and s.risk = 'MEDIUM'
            """,
            row -> row.number(1),
            field.county());
  }
}
