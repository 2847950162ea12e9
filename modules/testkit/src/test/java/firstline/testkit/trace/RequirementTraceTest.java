package firstline.testkit.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequirementTraceTest {
  private static final String PASSED = "<testcase classname='a.ThingTest' name='%s'/>";
  private static final String FAILED =
      "<testcase classname='a.ThingTest' name='%s'><failure/></testcase>";
  private static final String SKIPPED =
      "<testcase classname='a.ThingTest' name='%s'><skipped/></testcase>";

  @TempDir Path root;

  @BeforeEach
  void aModuleWithTwoRequirements() throws IOException {
    write(
        "src/main/java/a/package-info.java",
        "/**\n * <ul>\n * <li>R1.1 when filed, it counts.\n * <li>{@code R1.2} shall hold; see"
            + " R9 of another.\n * </ul>\n */\npackage a;");
    write(
        "src/test/java/a/ThingTest.java",
        "package a; class ThingTest { @Requirement(\"R1.1\") void one() {}"
            + " @a.Requirement({R1_2, Ids.R1_1}) void two() {} }");
  }

  @Test
  void isGreenIfEveryIdHasAPassingTest() throws IOException {
    report(PASSED.formatted("one") + PASSED.formatted("two(int)[1]") + PASSED.formatted("twofold"));
    var result = RequirementTrace.check(root);
    assertEquals(List.of(), result.problems());
    assertEquals(2, result.declared());
    assertEquals(Map.of("R1.1", 2L, "R1.2", 1L), result.tests());
  }

  @Test
  void turnsRedIfATestFailed() throws IOException {
    report(PASSED.formatted("one") + PASSED.formatted("two[1]") + FAILED.formatted("two[2]"));
    assertEquals(
        List.of(
            "R1.2: a.ThingTest.two did not pass",
            "R1.1: a.ThingTest.two did not pass",
            "R1.2 of modules/thing/src/main/java/a/package-info.java has no passing test"),
        RequirementTrace.check(root).problems());
  }

  @Test
  void turnsRedIfATestWasSkippedOrDidNotRun() throws IOException {
    report(SKIPPED.formatted("one"));
    assertEquals(
        List.of(
            "R1.1: a.ThingTest.one did not pass",
            "R1.2: a.ThingTest.two did not run",
            "R1.1: a.ThingTest.two did not run",
            "R1.1 of modules/thing/src/main/java/a/package-info.java has no passing test",
            "R1.2 of modules/thing/src/main/java/a/package-info.java has no passing test"),
        RequirementTrace.check(root).problems());
  }

  @Test
  void turnsRedByAnIdWithoutATest() throws IOException {
    report(PASSED.formatted("one") + PASSED.formatted("two"));
    write("src/main/java/a/b/package-info.java", "/** R2 when asked, answers. */ package a.b;");
    assertEquals(
        List.of("R2 of modules/thing/src/main/java/a/b/package-info.java has no passing test"),
        RequirementTrace.check(root).problems());
  }

  @Test
  void knowsBeforeAnyTestWhatTheSourcesLack() throws IOException {
    assertEquals(List.of(), RequirementTrace.checkSources(root));
    write("src/main/java/a/b/package-info.java", "/** R2 when asked, answers. */ package a.b;");
    write("src/main/java/a/Thing.java", "package a; class Thing { @Requirement(R8) void x() {} }");
    assertEquals(
        List.of(
            "R8 is no requirement, but a.Thing.x claims to meet it",
            "R2 of modules/thing/src/main/java/a/b/package-info.java has no passing test"),
        RequirementTrace.checkSources(root));
  }

  @Test
  void turnsRedByAnUnknownIdOnATestOrAnOperation() throws IOException {
    report(PASSED.formatted("one") + PASSED.formatted("two"));
    write(
        "src/test/java/a/OtherTest.java",
        "package a; @Requirement(\"R7\") class OtherTest { void x() {} }");
    write("src/main/java/a/Thing.java", "package a; class Thing { @Requirement(R8) void x() {} }");
    assertEquals(
        List.of(
            "R8 is no requirement, but a.Thing.x claims to meet it",
            "R7 is no requirement, but a.OtherTest tests it"),
        RequirementTrace.check(root).problems());
  }

  @Test
  void turnsRedByAnIdDeclaredTwice() throws IOException {
    report(PASSED.formatted("one") + PASSED.formatted("two"));
    write("src/main/java/a/b/package-info.java", "/** R1.1 when asked, answers. */ package a.b;");
    assertEquals(
        List.of(
            "R1.1 is declared more than once: modules/thing/src/main/java/a/b/package-info.java,"
                + " modules/thing/src/main/java/a/package-info.java"),
        RequirementTrace.check(root).problems());
  }

  @Test
  void readsNestedTestsAndIntegrationTests() throws IOException {
    write(
        "src/test/java/a/ThingTest.java",
        "package a; class ThingTest { class Inner { @Requirement({\"R1.1\", \"R1.2\"}) void one()"
            + " {} } }");
    write(
        "target/failsafe-reports/TEST-a.xml",
        "<testsuite><testcase classname='a.ThingTest$Inner' name='one'/></testsuite>");
    assertEquals(List.of(), RequirementTrace.check(root).problems());
  }

  private void report(String cases) throws IOException {
    write("target/surefire-reports/TEST-a.xml", "<testsuite>" + cases + "</testsuite>");
  }

  private void write(String path, String text) throws IOException {
    var file = root.resolve("modules/thing").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
