# Builds the WAR when it is missing, half written or older than its sources.
WAR=$ROOT/modules/console/target/firstline.war
PAYARA=$ROOT/modules/console/target/server/payara-micro.jar

# war_is_fresh: a released folder carries no sources and is always fresh.
war_is_fresh() {
  local newer
  [ -f "$WAR" ] && [ -f "$PAYARA" ] || return 1
  # An interrupted build leaves a zip without its end record.
  [ "$(tail -c 22 "$WAR" | head -c 4 | od -An -tx1 | tr -d ' ')" = 504b0506 ] || return 1
  [ -f "$ROOT/pom.xml" ] || return 0
  [ -f "$ROOT/modules/speaker/target/speaker.jar" ] || return 1
  newer=$(find "$ROOT/pom.xml" "$ROOT/modules" \( -name target -o -path '*/src/test' -o -name node_modules \) -prune -o -type f -newer "$WAR" -print | head -n 1)
  [ -z "$newer" ]
}

# needs: what find_java must look for.
needs() { if war_is_fresh; then printf java; else printf javac; fi; }

# build LOG
build() {
  local log=$1 begun=$SECONDS
  war_is_fresh && return 0
  [ -f "$ROOT/pom.xml" ] || die "$WAR or the server beside it is missing." "缺少 $WAR 或其旁边的服务器文件。"
  progress "Building (the first time fetches the libraries; some minutes)" "构建中（首次需下载依赖，约几分钟）"
  (cd "$ROOT" && exec ./mvnw -q -DskipTests -Dspotless.check.skip=true -pl modules/speaker,modules/console -am package) </dev/null >"$log" 2>&1 &
  CHILD=$!
  while kill -0 "$CHILD" 2>/dev/null; do
    dot
    sleep 1
  done
  wait "$CHILD"
  local code=$?
  CHILD=
  if [ $code -ne 0 ] || ! war_is_fresh; then
    progress_ends "failed" "失败"
    grep -E '^\[ERROR\]' "$log" | head -n 12 >&2
    die "The build failed; the whole log is $log" "构建失败；完整日志见 $log"
  fi
  progress_ends "$((SECONDS - begun)) s" "$((SECONDS - begun)) 秒"
}

# A line that grows by a dot a second on a terminal, and stays quiet in a log.
progress() { printf '%s ' "$(both "$1" "$2")"; }
dot() { [ -z "$TERMINAL" ] || printf '.'; }
progress_ends() { printf ' %s\n' "$(both "$1" "$2")"; }
