# Figures of what every page shares: a running server, then lists as files and the palette without one.

# console_door: a list, a record, home and a public page: weights, times, throughput, pixels, memory.
console_door() {
  local account list=/console/rumour/claims public=/rumours record row
  local -a rows=() paths
  bench_home
  prepare demo
  trap 'rm -rf "$BENCH_HOME"' EXIT
  timed_start ''
  rows+=(--row "first start, sample city loaded"$'\t'"$(in_seconds "$FIRST_PAGE"), $RESIDENT MB")
  server_down
  timed_start ''
  rows+=(--row "start"$'\t'"$(in_seconds "$FIRST_PAGE"), $RESIDENT MB")
  fill_claims 20000
  settle
  account=$(accounts "$FIRSTLINE_HOME/demo-credentials.json" username password totpSecret roles | awk -F '\t' '$4 ~ /RUMOUR_CLERK/ { print $1 "\t" $2; exit }')
  export BENCH_USERNAME=${account%%$'\t'*} BENCH_PASSWORD=${account#*$'\t'}
  record=$("$JAVA" "$ROOT/config/bench/Sessions.java" "http://$PROBE:$FIRSTLINE_PORT" first /console/rumour/rumours "/console/rumour/rumour?id=") || die "No record to measure." "没有可测的记录。"
  paths=("$list" "$record" /console/home)
  if find_browser; then
    while IFS= read -r row; do
      rows+=(--row "$row")
    done < <("$JAVA" "$ROOT/config/bench/Flip.java" "$FIRSTLINE_CHROMIUM" "http://$PROBE:$FIRSTLINE_PORT" "$list" 60 "${paths[@]}" "$public" ||
      printf 'flip to pixels\tthe browser failed, not measured\n')
  else
    rows+=(--row "flip to pixels"$'\t'"no Chromium found, not measured")
  fi
  while IFS= read -r row; do
    rows+=(--row "$row")
  done < <("$JAVA" "$ROOT/config/bench/Sessions.java" "http://$PROBE:$FIRSTLINE_PORT" "$SERVER" 200 10000 "${paths[@]}" ||
    printf 'heap per session\tnot measured\n')
  "$JAVA" -XX:TieredStopAtLevel=4 "$ROOT/config/bench/Bench.java" --url "http://$PROBE:$FIRSTLINE_PORT" "${rows[@]}" \
    --public "$public" --list "$list" --list "$record" --list /console/home --threads 16 --seconds "${FIRSTLINE_BENCH_SECONDS:-8}"
  # Fifty officers at once, as a city has them on a bad day.
  "$JAVA" -XX:TieredStopAtLevel=4 "$ROOT/config/bench/Bench.java" --url "http://$PROBE:$FIRSTLINE_PORT" \
    --list "$list" --list "$record" --list /console/home --threads 50 --seconds "${FIRSTLINE_BENCH_SECONDS:-8}"
  printf '%s\n' "$(both "resident memory after the load: $(memory "$SERVER") MB" "负载后常驻内存：$(memory "$SERVER") MB")"
  tidy_up
}

# run_bench_console [door | RECORDS]: with 'door' only what is measured at the running server; else also the palette among
# a million records, 200,000 rows of a list as a file, 10,000 of a table brought.
run_bench_console() {
  local classes
  find_java javac
  console_door
  [ "${1:-}" != door ] || return 0
  progress "Building" "构建中"
  classes=$(module_classes console) || exit 1
  progress_ends done 完成
  "$JAVA" -Xmx160m -Xmn16m -XX:+UseSerialGC -cp "$classes" firstline.console.export.ExportBench 2>/dev/null
  "$JAVA" -Xmx512m -cp "$classes" firstline.console.imports.BringBench 2>/dev/null
  # Fills a database of its own with a million records first: some minutes.
  "$JAVA" -Xmx512m -cp "$classes" firstline.console.palette.SearchBench "${1:-1000000}" 2>/dev/null
}
