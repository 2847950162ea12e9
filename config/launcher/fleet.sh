# The simulated fleet beside the demo: one small process. Its keys are made here, in the data folder, and stay there.
SPEAKER_JAR=$ROOT/modules/speaker/target/speaker.jar
FLEET=${FIRSTLINE_FLEET:-980}
FLEET_PROCESS=

# fleet_wanted: not with --no-fleet, and not in a data folder whose city was founded without one.
fleet_wanted() {
  case $FLEET in '' | 0 | *[!0-9]*) return 1 ;; esac
  [ -f "$SPEAKER_JAR" ] || return 1
  [ -f "$FIRSTLINE_HOME/fleet/keys.csv" ] || [ ! -d "$FIRSTLINE_HOME/pg" ]
}

# fleet_java OPTION...: becomes the process; the folder's lock is the server's alone.
fleet_java() {
  exec 9>&-
  # shellcheck disable=SC2093 # meant: nothing follows
  exec "$JAVA" -Xmx112m -Xss256k -XX:+UseSerialGC -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=25 -XX:TieredStopAtLevel=1 -XX:+ExitOnOutOfMemoryError \
    -Djava.net.preferIPv4Stack=true -Dfile.encoding=UTF-8 "-Dfirstline.fleet=$FIRSTLINE_HOME" \
    -jar "$SPEAKER_JAR" --fleet "$FLEET" --home "$FIRSTLINE_HOME/fleet/speakers" "$@"
}

# fleet_keys [month]: before the first start of the server, which enrols them.
fleet_keys() {
  fleet_wanted || return 0
  [ ! -f "$FIRSTLINE_HOME/fleet/keys.csv" ] || return 0
  # The server writes the month before only where there is a folder for it.
  [ -n "${1:-}" ] && (umask 077 && mkdir -p "$FIRSTLINE_HOME/fleet/month")
  progress "Making the keys of $FLEET speakers" "生成 $FLEET 台终端的密钥"
  if (umask 077 && mkdir -p "$FIRSTLINE_HOME/fleet" && fleet_java --make-keys "$FIRSTLINE_HOME/fleet/keys.csv") >"$FIRSTLINE_HOME/logs/fleet.log" 2>&1; then
    progress_ends done 完成
  else
    progress_ends "failed; see $FIRSTLINE_HOME/logs/fleet.log" "失败；见 $FIRSTLINE_HOME/logs/fleet.log"
  fi
}

fleet_up() {
  local clock=
  fleet_down
  fleet_wanted && [ -f "$FIRSTLINE_HOME/fleet/codes.csv" ] || return 0
  FLEET=$(wc -l <"$FIRSTLINE_HOME/fleet/codes.csv" | tr -d ' ')
  [ -f "$FIRSTLINE_HOME/clock" ] && clock=$(cat "$FIRSTLINE_HOME/clock")
  rotate "$FIRSTLINE_HOME/logs/fleet.log"
  (umask 077 && fleet_java --server "http://$PROBE:$FIRSTLINE_PORT" --codes "$FIRSTLINE_HOME/fleet/codes.csv" \
    --past "$FIRSTLINE_HOME/fleet/past" --ill 4 ${clock:+--clock "$clock"}) </dev/null >>"$FIRSTLINE_HOME/logs/fleet.log" 2>&1 &
  FLEET_PROCESS=$!
  printf '%s\n' "$FLEET_PROCESS" >"$FIRSTLINE_HOME/fleet.pid"
  say "$FLEET simulated speakers run beside it; log: $FIRSTLINE_HOME/logs/fleet.log" "旁边运行着 $FLEET 台模拟终端；日志：$FIRSTLINE_HOME/logs/fleet.log"
}

# fleet_down: ends the fleet of this data folder, whoever started it.
fleet_down() {
  local pid
  pid=$(cat "$FIRSTLINE_HOME/fleet.pid" 2>/dev/null)
  case $(arguments "$pid") in *"-Dfirstline.fleet=$FIRSTLINE_HOME "*) end_process "$pid" TERM 10 ;; esac
  [ -z "$FLEET_PROCESS" ] || wait "$FLEET_PROCESS" 2>/dev/null
  FLEET_PROCESS=
  rm -f "$FIRSTLINE_HOME/fleet.pid"
}
