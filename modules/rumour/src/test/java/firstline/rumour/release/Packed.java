package firstline.rumour.release;

import firstline.persistence.text.ChineseFont;
import firstline.rumour.rebuttal.Content;
import firstline.rumour.rebuttal.ReadingRate;
import firstline.rumour.rumour.Source;
import firstline.rumour.rumour.Verdict;
import java.util.List;
import java.util.Optional;

/** Something to pack, for tests. */
final class Packed {
  static final ReadingRate RATE = new ReadingRate(240, 150);

  private Packed() {}

  static Content content(String fact, String explanation) {
    return new Content(
        "自来水投毒", fact, explanation, List.of(new Source("市水利局", "")), Verdict.FALSE, "zh");
  }

  static Parcel parcel(Channel channel, Content content) {
    return new Packing(
            new Packing.Goods(
                content,
                "2026-0007",
                "市委宣传部",
                "Publicity Department",
                "",
                "2026-11-25",
                "https://example.org/rumours/2026-0007"),
            Optional.of(ChineseFont.find().orElseGet(() -> new java.awt.Font("Dialog", 0, 12))),
            RATE)
        .of(channel);
  }
}
