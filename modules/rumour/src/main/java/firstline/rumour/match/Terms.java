package firstline.rumour.match;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * What a folded text is found by: pairs of neighbouring ideographs, stems of English words,
 * numbers. Pairs need no dictionary and know every new name on its first day; against words of a
 * segmenter they lose nothing on short Chinese texts (Luk and Kwok 2002).
 */
final class Terms {
  /** One term and where it stands in the folded text. */
  record Term(String text, int start, int end) {}

  /** For the index; expects folded text. */
  static final Analyzer ANALYZER =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          var source = new StandardTokenizer();
          var english = new EnglishPossessiveFilter(new LowerCaseFilter(source));
          var words = new StopFilter(english, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
          return new TokenStreamComponents(
              source, new CJKBigramFilter(new PorterStemFilter(words)));
        }
      };

  private Terms() {}

  /** The terms of a folded text, in its order. */
  static List<Term> of(String folded) {
    var terms = new ArrayList<Term>();
    try (var stream = ANALYZER.tokenStream("", new StringReader(folded))) {
      var text = stream.addAttribute(CharTermAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(new Term(text.toString(), offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }
}
