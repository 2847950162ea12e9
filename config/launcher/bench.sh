# Figures of this machine: starts with and without the archive, memory, then config/bench/Bench.java on the running server.

# module_classes MODULE: builds it with its tests; prints its class path.
module_classes() {
  local classes
  classes=$(mktemp "${TMPDIR:-/tmp}/firstline-classes.XXXXXX") || exit 1
  (cd "$ROOT" && ./mvnw -q -DskipTests -Dspotless.check.skip=true -pl "modules/$1" -am package dependency:build-classpath \
    "-Dmdep.outputFile=$classes" -Dmdep.includeScope=test) </dev/null >/dev/null || die "The build failed." "构建失败。"
  printf '%s' "$ROOT/modules/$1/target/test-classes:$ROOT/modules/$1/target/classes:$(cat "$classes")"
  rm -f "$classes"
}

# millis: milliseconds since some moment; seconds alone where `date` knows no nanoseconds.
millis() {
  local now
  now=$(date +%s%N)
  case $now in *N) printf '%s000' "$(date +%s)" ;; *) printf '%s' "${now%??????}" ;; esac
}

# memory PID: resident megabytes.
memory() { ps -o rss= -p "$1" 2>/dev/null | awk '{ print int($1 / 1024) }'; }

# processor PID: seconds of processor time; on a machine that others use too it says more than the clock.
processor() {
  if [ -r "/proc/$1/stat" ]; then
    sed 's/.*) //' "/proc/$1/stat" | awk -v ticks="$(getconf CLK_TCK)" '{ printf "%.1f", ($12 + $13) / ticks }'
  else
    ps -o time= -p "$1" | tr -d ' '
  fi
}

# timed_start FLAGS: from the start of the process to the first 200 of `/` and to readiness; sets FIRST_PAGE, RESIDENT, CPU.
timed_start() {
  local log=$FIRSTLINE_HOME/logs/server.log begun
  rotate "$log"
  begun=$(millis)
  # shellcheck disable=SC2086
  server_up "$FIRSTLINE_HOME" "$log" $1
  server_ready "$log"
  until [ "$(http_get / 30)" = 200 ]; do
    kill -0 "$SERVER" 2>/dev/null || die "The server ended; see $log" "服务已退出；见 $log"
    sleep 0.05
  done
  FIRST_PAGE=$(($(millis) - begun))
  RESIDENT=$(memory "$SERVER")
  CPU=$(processor "$SERVER")
}

in_seconds() { awk -v ms="$1" 'BEGIN { printf "%.1f s", ms / 1000 }'; }

# run_bench_match [FOLDER]: quality on a collection (docs.tsv, queries.tsv, qrels), then speed on a million rebuttals.
run_bench_match() {
  local collection=${1:--} classes
  [ "$collection" != - ] || [ ! -d "$ROOT/../shared/data/rumours/cofacts-dev" ] || collection=$ROOT/../shared/data/rumours/cofacts-dev
  find_java javac
  classes=$(mktemp "${TMPDIR:-/tmp}/firstline-classes.XXXXXX") || exit 1
  # shellcheck disable=SC2064 # now: at the exit the name is gone
  trap "rm -f '$classes'" EXIT
  progress "Building" "构建中"
  (cd "$ROOT" && ./mvnw -q -DskipTests -Dspotless.check.skip=true -pl modules/rumour -am package dependency:build-classpath \
    "-Dmdep.outputFile=$classes" -Dmdep.includeScope=test) </dev/null >/dev/null || die "The build failed." "构建失败。"
  progress_ends done 完成
  "$JAVA" -Xmx2g -cp "$ROOT/modules/rumour/target/test-classes:$ROOT/modules/rumour/target/classes:$(cat "$classes")" \
    firstline.rumour.match.MatchBench "$collection" "${FIRSTLINE_BENCH_REBUTTALS:-1000000}" 2>/dev/null
}

# bench_home: a data folder of its own: the figures must not depend on what somebody tried out in theirs.
bench_home() {
  BENCH_HOME=$(mktemp -d "${TMPDIR:-/tmp}/firstline-bench.XXXXXX") || exit 1
  FIRSTLINE_HOME=$BENCH_HOME
  FIRSTLINE_PORT=${FIRSTLINE_PORT:-8089}
  unset FIRSTLINE_CONFIG FIRSTLINE_DB_URL FIRSTLINE_URL
}

# seed WHAT: writes it into the database of the bench, as another node would; see config/bench/Seed.java.
seed() {
  "$JAVA" -cp "$BENCH_HOME/WEB-INF/lib/postgresql.jar" "$ROOT/config/bench/Seed.java" "$BENCH_HOME" "$1"
}

# fill_claims COUNT: writes so many into the database of the bench, as another node would.
fill_claims() {
  progress "Filling the list with $1 claims" "写入 $1 条线索"
  (cd "$BENCH_HOME" && "${JAVA%/java}/jar" xf "$WAR" WEB-INF/lib/postgresql.jar)
  seed "$1" >/dev/null || die "The claims could not be written." "线索写入失败。"
  progress_ends done 完成
}

# settle: waits until the pictures and films of a fresh sample city are made, since they take the machine.
settle() {
  progress "Waiting until the sample's pictures and films are made" "等待示例图片和影片制作完成"
  seed settled || die "The sample is not at rest." "示例尚未就绪。"
  progress_ends done 完成
}

run_bench() {
  if [ "${1:-}" = match ]; then
    shift
    run_bench_match "$@"
    return
  fi
  if [ "${1:-}" = broadcast ]; then
    shift
    run_bench_broadcast "$@"
    return
  fi
  if [ "${1:-}" = publicity ]; then
    shift
    run_bench_publicity "$@"
    return
  fi
  if [ "${1:-}" = market ]; then
    run_bench_market
    return
  fi
  if [ "${1:-}" = console ]; then
    shift
    run_bench_console "$@"
    return
  fi
  if [ "${1:-}" = faults ]; then
    shift
    run_faults "$@"
    return
  fi
  local flip rounds=${FIRSTLINE_BENCH_ROUNDS:-3} i plain='' warmed='' plain_memory=0 warmed_memory=0 first first_memory account claims
  bench_home
  prepare demo
  trap 'rm -rf "$BENCH_HOME"' EXIT
  command -v ps >/dev/null 2>&1 || warn "Without ps no memory is measured." "没有 ps，无法测量内存。"
  progress "First start, with the sample city" "首次启动（载入示例城市）"
  timed_start ''
  first=$FIRST_PAGE first_memory=$RESIDENT
  server_down
  progress_ends "$(in_seconds "$first")" "$(in_seconds "$first")"
  progress "Later starts" "再次启动"
  i=0
  while [ $i -lt "$rounds" ]; do
    timed_start ''
    plain="${plain:+$plain }$(in_seconds "$FIRST_PAGE")," plain_memory="$RESIDENT MB, processor $CPU s"
    server_down
    i=$((i + 1))
  done
  progress_ends "$plain" "$plain"
  progress "Making the archive" "生成归档"
  make_cache
  FIRSTLINE_PROFILE=demo cache_flags
  progress_ends "$(($(wc -c <"$(cache_file)") / 1048576)) MB" "完成"
  progress "Starts with it" "使用归档启动"
  i=0
  while [ $i -lt "$rounds" ]; do
    if [ $i -gt 0 ]; then server_down; fi
    timed_start "$CACHE_FLAGS"
    warmed="${warmed:+$warmed }$(in_seconds "$FIRST_PAGE")," warmed_memory="$RESIDENT MB, processor $CPU s"
    i=$((i + 1))
  done
  progress_ends "$warmed" "$warmed"
  claims=${FIRSTLINE_BENCH_CLAIMS:-1000000}
  fill_claims "$claims"
  say "Pages: about two minutes" "页面：约两分钟"
  account=$(accounts "$FIRSTLINE_HOME/demo-credentials.json" username password totpSecret roles | awk -F '\t' '$4 ~ /RUMOUR_CLERK/ { print $1 "\t" $2; exit }')
  printf '\n'
  export BENCH_USERNAME=${account%%$'\t'*} BENCH_PASSWORD=${account#*$'\t'}
  if find_browser; then
    flip=$("$JAVA" "$ROOT/config/bench/Flip.java" "$FIRSTLINE_CHROMIUM" "http://$PROBE:$FIRSTLINE_PORT" /console/rumour/claims 60) || flip="flip to pixels"$'\t'"the browser failed, not measured"
  else
    flip="flip to pixels"$'\t'"no Chromium found, not measured"
  fi
  "$JAVA" -XX:TieredStopAtLevel=4 "$ROOT/config/bench/Bench.java" \
    --url "http://$PROBE:$FIRSTLINE_PORT" \
    --row "java"$'\t'"$JAVA_VERSION" \
    --row "first start, sample city loaded"$'\t'"$(in_seconds "$first"), $first_memory MB" \
    --row "cold start to first page"$'\t'"${plain%,}, $plain_memory"$'\t'"<= 25 s" \
    --row "cold start with the archive"$'\t'"${warmed%,}, $warmed_memory"$'\t'"<= 12 s" \
    --row "claims in the list"$'\t'"$claims" \
    --row "$flip" \
    --public / --public /rumours --public /rumours/2026-0001 --list /console/home --list /console/rumour/claims --list "/console/rumour/claims?q=%E8%B7%AF%E5%8F%A3" --list "/console/rumour/claims?q=%E7%99%BD%E8%8A%B1%E9%95%87" \
    --threads "${FIRSTLINE_BENCH_THREADS:-16}" --seconds "${FIRSTLINE_BENCH_SECONDS:-8}"
  printf '%s\n' "$(both "resident memory after the load: $(memory "$SERVER") MB" "负载后常驻内存：$(memory "$SERVER") MB")"
  tidy_up
}
