package firstline.publicity.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Pairs of ideographs, and words of other scripts in small letters; full width is half width. */
final class Terms {
  /** For the index: single ideographs too, so that one alone finds something. */
  static final Analyzer WRITTEN = analyzer(true);

  private static final Analyzer ASKED = analyzer(false);
  private static final int SCRIPTS =
      CJKBigramFilter.HAN
          | CJKBigramFilter.HIRAGANA
          | CJKBigramFilter.KATAKANA
          | CJKBigramFilter.HANGUL;
  private static final int MOST = 32;

  private Terms() {}

  private static Analyzer analyzer(boolean singles) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        var source = new StandardTokenizer();
        return new TokenStreamComponents(
            source,
            new CJKBigramFilter(new LowerCaseFilter(new CJKWidthFilter(source)), SCRIPTS, singles));
      }
    };
  }

  /** What must be in whatever answers the words. */
  static Set<String> of(String words) {
    var terms = new LinkedHashSet<String>();
    try (var stream = ASKED.tokenStream("", new StringReader(words))) {
      var text = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken() && terms.size() < MOST) {
        terms.add(text.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }
}
