# Figures of the publicity department, on a database of their own.

# run_bench_publicity [MATERIALS]
run_bench_publicity() {
  local classes part
  find_java javac
  progress "Building" "构建中"
  classes=$(module_classes publicity) || exit 1
  progress_ends done 完成
  "$JAVA" -Xmx2g -cp "$classes" firstline.publicity.catalogue.CatalogueBench "${1:-1000000}" 2>/dev/null
  # Each slice that has figures brings a main class of its own.
  for part in bench/Files bench/Ledger bench/Recall; do
    [ ! -f "$ROOT/modules/publicity/target/test-classes/firstline/publicity/$part.class" ] ||
      "$JAVA" -Xmx2g -cp "$classes" "firstline.publicity.${part/\//.}" 2>/dev/null
  done
}
