package firstline.market.measure;

/** What is done to the goods. Words: {@code measure.kind.<name>}. */
public enum MeasureKind {
  /** 查封: they stay where they are, under seal. */
  SEAL_UP("measure.hold"),
  /** 扣押: the authority takes them away. */
  SEIZURE("measure.hold"),
  /** 先行登记保存: they may be lost as evidence (行政处罚法 art. 56). */
  PRESERVE("evidence.preserve");

  private final String rule;

  MeasureKind(String rule) {
    this.rule = rule;
  }

  /** Rule of its term. */
  String rule() {
    return rule;
  }

  /** What its number says after the authority's word. */
  String series() {
    return this == PRESERVE ? "先登" : "强制";
  }
}
