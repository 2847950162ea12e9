# Figures of the publicity department: on a database of their own, then the gallery of a running server.

# gallery_rendered: the page of 200 cards as an officer gets it, beside the same page without a card.
gallery_rendered() {
  local account
  bench_home
  prepare demo
  trap 'rm -rf "$BENCH_HOME"' EXIT
  serve
  account=$(accounts "$FIRSTLINE_HOME/demo-credentials.json" username password totpSecret roles | awk -F '\t' '$1 == "designer" { print $1 "\t" $2; exit }')
  export BENCH_USERNAME=${account%%$'\t'*} BENCH_PASSWORD=${account#*$'\t'}
  "$JAVA" -XX:TieredStopAtLevel=4 "$ROOT/config/bench/Bench.java" --url "http://$PROBE:$FIRSTLINE_PORT" \
    --list "/console/publicity/materials"$'\t'"200 cards: p95 <= 150 ms" \
    --list "/console/publicity/materials?q=zzzz"$'\t'"the same page without a card" \
    --threads 2 --seconds "${FIRSTLINE_BENCH_SECONDS:-8}"
  tidy_up
}

# run_bench_publicity [gallery | MATERIALS]: with 'gallery' only what is measured at the running server.
run_bench_publicity() {
  local classes part
  find_java javac
  if [ "${1:-}" != gallery ]; then
    progress "Building" "构建中"
    classes=$(module_classes publicity) || exit 1
    progress_ends done 完成
    "$JAVA" -Xmx2g -cp "$classes" firstline.publicity.catalogue.CatalogueBench "${1:-1000000}" 2>/dev/null
    # Each slice that has figures brings a main class of its own.
    for part in bench/Files bench/Ledger bench/Recall; do
      [ ! -f "$ROOT/modules/publicity/target/test-classes/firstline/publicity/$part.class" ] ||
        "$JAVA" -Xmx2g -cp "$classes" "firstline.publicity.${part/\//.}" 2>/dev/null
    done
  fi
  gallery_rendered
}
