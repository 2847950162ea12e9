# Figures of the market order department, without a server.

run_bench_market() {
  local classes
  find_java javac
  progress "Building" "构建中"
  classes=$(module_classes market) || exit 1
  progress_ends done 完成
  "$JAVA" -Xmx1g -cp "$classes" firstline.market.clock.ClockBench 2>/dev/null
  # The aim for prices holds in half a gigabyte.
  "$JAVA" -Xmx512m -cp "$classes" firstline.market.surge.PriceBench 2>/dev/null
  "$JAVA" -Xmx1g -cp "$classes" firstline.market.term.TermBench 2>/dev/null
  # Fills a database of its own with a million leads first: some minutes.
  "$JAVA" -Xmx1g -cp "$classes" firstline.market.intake.LetterBench 2>/dev/null
}
