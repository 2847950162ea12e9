package firstline.persistence.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.persistence.requirement.Requirement;
import firstline.testkit.locale.ThreeLocales;
import firstline.testkit.seed.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingFilesTest {
  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "海报.png,海报.png",
        "../../etc/passwd,passwd",
        "C:\\Users\\li\\a.doc,a.doc",
        "a/b\\c.txt,c.txt",
        "..,file",
        ".,file",
        "'',file",
        "/,file",
        "a/,file",
        ".htaccess,htaccess",
        "a.txt...,a.txt",
        "C:a.txt,C_a.txt",
        "a.txt::$DATA,a.txt__$DATA",
        "%2e%2e%2fx,%2e%2e%2fx",
        "…,…",
        " a b .txt ,a b .txt",
        "<img src=x>.png,_img src=x_.png",
      })
  @Requirement("R16.2")
  void aPathIsReducedToALabel(String told, String kept) {
    assertEquals(kept, FileName.clean(told));
  }

  @Test
  @Requirement("R16.2")
  void whatControlsHidesOrTurnsTheWritingAroundIsGone() {
    assertEquals("invoicefdp.exe", FileName.clean("invoice\u202efdp.exe"));
    assertEquals("ab", FileName.clean("a\0\r\n\t\u200b\ufeff\u2028b"));
    assertEquals("\u00e9.txt", FileName.clean("e\u0301.txt"));
    assertEquals("a", FileName.clean("a\ud800"));
  }

  @Test
  @Requirement("R16.2")
  void aLongNameKeepsItsEnding() {
    var name = FileName.clean("😀".repeat(400) + ".pdf");
    assertEquals(200, name.codePointCount(0, name.length()));
    assertTrue(name.endsWith("😀.pdf"));
    var without = FileName.clean("a".repeat(400) + "." + "b".repeat(50));
    assertEquals(200, without.length());
  }

  @ThreeLocales
  @Requirement("R16.2")
  void noNameIsEverAPathAndCleaningTwiceChangesNothing() {
    Seeded.cases(
        2_000,
        draw -> {
          var told =
              String.join(
                  draw.of("/", "\\", "..", "\u0000", ""), draw.list(0, 6, one -> one.text(0, 120)));
          var name = FileName.clean(told);
          assertFalse(name.isEmpty());
          assertTrue(name.codePointCount(0, name.length()) <= FileName.LONGEST, name);
          assertFalse(name.matches("(?s).*[/\\\\\\p{Cntrl}].*"), name);
          assertFalse(name.startsWith("."), name);
          assertEquals(name, FileName.clean(name));
        });
  }
}
