# Figures of what every list and the palette share, without a server.

# run_bench_console [RECORDS]: the palette among a million records, 200,000 rows of a list as a file, 10,000 of a table brought.
run_bench_console() {
  local classes
  find_java javac
  progress "Building" "构建中"
  classes=$(module_classes console) || exit 1
  progress_ends done 完成
  "$JAVA" -Xmx160m -Xmn16m -XX:+UseSerialGC -cp "$classes" firstline.console.export.ExportBench 2>/dev/null
  "$JAVA" -Xmx512m -cp "$classes" firstline.console.imports.BringBench 2>/dev/null
  # Fills a database of its own with a million records first: some minutes.
  "$JAVA" -Xmx512m -cp "$classes" firstline.console.palette.SearchBench "${1:-1000000}" 2>/dev/null
}
