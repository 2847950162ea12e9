# Figures of the broadcast: programmes and receipts without a server, then a running one with a fleet that waits.

# broadcast_door WHAT...: one figure of the running server.
broadcast_door() {
  "$JAVA" -Xmx1g -cp "$SPEAKER_JAR:$BENCH_HOME/WEB-INF/lib/postgresql.jar" "$ROOT/config/bench/Broadcast.java" \
    "$FIRSTLINE_HOME" "http://$PROBE:$FIRSTLINE_PORT" "$@" 2>"$FIRSTLINE_HOME/logs/bench.log" ||
    printf '%s\t%s\n' "$1" "failed: $(grep -m 1 -E 'Exception|error' "$FIRSTLINE_HOME/logs/bench.log")"
}

# emergency_heard COUNT AIM: publishes one for the whole city, and tells when so many had begun it.
emergency_heard() {
  local log=$FIRSTLINE_HOME/logs/fleet.log from
  from=$(wc -l <"$log")
  seed emergency
  broadcast_door emergency "$log" "$1" "$2" "$from"
}

# waiting_fleet SIZE OPTION...: a fleet in memory that is enrolled and waits; sets FLEET_PROCESS.
waiting_fleet() {
  local size=$1 log=$FIRSTLINE_HOME/logs/fleet.log
  shift
  rotate "$log"
  (
    exec 9>&-
    exec "$JAVA" -Xms3g -Xmx3g -XX:+UseParallelGC -Xss256k -Djava.net.preferIPv4Stack=true -Dfile.encoding=UTF-8 "-Dfirstline.fleet=$FIRSTLINE_HOME" \
      -jar "$SPEAKER_JAR" --fleet "$size" --home "$FIRSTLINE_HOME/fleet/speakers" --copied --codes "$FIRSTLINE_HOME/fleet/codes.csv" \
      --past "$FIRSTLINE_HOME/fleet/past" --server "http://$PROBE:$FIRSTLINE_PORT" "$@"
  ) </dev/null >>"$log" 2>&1 &
  FLEET_PROCESS=$!
  printf '%s\n' "$FLEET_PROCESS" >"$FIRSTLINE_HOME/fleet.pid"
  local limit=$((SECONDS + 240))
  until tail -n 1 "$log" | grep -q "\"enrolled\":$size,.*\"trusted\":$size,"; do
    [ $SECONDS -lt $limit ] && kill -0 "$FLEET_PROCESS" 2>/dev/null || break
    sleep 1
  done
  seed settled
  # All have a programme and have asked to be woken.
  sleep 15
}

# inside_broadcast CLASSES: programmes, changes, receipts and conflicts on a database of their own.
inside_broadcast() {
  say "Without a server" "不经服务器"
  "$JAVA" -Xmx2g -cp "$1" firstline.broadcast.programme.BroadcastBench 100000 6000 2000 200 200000 2>/dev/null
  if [ -f "$ROOT/modules/broadcast/target/test-classes/firstline/broadcast/conflict/ConflictBench.class" ]; then
    "$JAVA" -Xmx2g -cp "$1" firstline.broadcast.conflict.ConflictBench 100000 20000 250 2>/dev/null
  fi
  "$JAVA" -Xmx1g -cp "$1" firstline.broadcast.coverage.CoverageBench 2>/dev/null
}

# run_bench_broadcast [door] [SPEAKERS]: with 'door' only what is measured at the running server.
run_bench_broadcast() {
  local door=
  if [ "${1:-}" = door ]; then door=1 && shift; fi
  local size=${1:-10000} cut classes='' rows
  cut=$((size < 1000 ? size : 1000))
  bench_home
  find_java javac
  if [ -z "$door" ]; then
    progress "Building" "构建中"
    classes=$(module_classes broadcast)
    progress_ends done 完成
  fi
  prepare demo
  trap 'rm -rf "$BENCH_HOME"' EXIT
  rows=$BENCH_HOME/rows
  if [ -z "$door" ]; then inside_broadcast "$classes"; fi
  FLEET=$size
  fleet_keys
  serve
  (cd "$BENCH_HOME" && "${JAVA%/java}/jar" xf "$WAR" WEB-INF/lib/postgresql.jar)
  progress "A fleet of $size that waits" "$size 台终端等候中"
  waiting_fleet "$size"
  progress_ends "$(tail -n 1 "$FIRSTLINE_HOME/logs/fleet.log" | cut -c1-120)" ""
  emergency_heard "$size" 5 | sed 's/STARTED,/STARTED, the first since the start,/' >"$rows"
  seed quiet
  sleep 25
  emergency_heard "$size" 5 >>"$rows"
  fleet_down
  seed quiet
  progress "A fleet of $cut without wake-ups" "$cut 台终端，唤醒中断"
  waiting_fleet "$cut" --asleep
  progress_ends "$(tail -n 1 "$FIRSTLINE_HOME/logs/fleet.log" | cut -c1-120)" ""
  emergency_heard "$cut" 65 | sed 's/STARTED,/STARTED by polling alone,/' >>"$rows"
  fleet_down
  broadcast_door polls >>"$rows"
  broadcast_door receipts >>"$rows"
  { printf 'WHAT\tMEASURED\tAIM\n' && cat "$rows"; } | columns
  printf '%s\n' "$(both "resident memory after the load: $(memory "$SERVER") MB" "负载后常驻内存：$(memory "$SERVER") MB")"
  tidy_up
}

# run_faults [SPEAKERS HOURS SERVER-KILLS DATABASE-RESTARTS SPEAKER-KILLS LOSS DAYS-DEAD SEED]: ends with 1 when a rule was broken.
run_faults() {
  local classes code
  [ $# -eq 0 ] || [ $# -eq 8 ] || die "Give all eight numbers or none; see modules/speaker/README.md." "请给出全部八个数或一个都不给；见 modules/speaker/README.md。"
  find_java javac
  progress "Building" "构建中"
  classes=$(module_classes broadcast)
  progress_ends done 完成
  [ $# -eq 8 ] || set -- 1000 24 50 10 200 20 7 "$(date +%s)"
  say "seed $8" "种子 $8"
  "$JAVA" -Xmx3g -cp "$classes" firstline.broadcast.faults.FaultBench "$@" 2>/dev/null | grep -v '^[|+]'
  code=${PIPESTATUS[0]}
  exit "$code"
}
