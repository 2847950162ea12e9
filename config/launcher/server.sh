# The server's process: unpack, start, wait until ready, stop.
CHILD=
SERVER=

# unpack_server: Payara Micro is unpacked once for each data folder (1 s, 152 MB) and started from there, since
# only then can the JVM's archive hold its classes. Its configuration is restored before every start: a kept one
# would deploy the WAR twice.
unpack_server() {
  local folder=$FIRSTLINE_HOME/server mark
  mark=$(cksum <"$PAYARA")
  if [ "$(cat "$folder/mark" 2>/dev/null)" != "$mark" ]; then
    rm -rf "$folder" "$folder.new"
    if ! "$JAVA" -Djava.io.tmpdir="$FIRSTLINE_HOME/tmp" -jar "$PAYARA" --rootdir "$folder.new" --outputlauncher >"$FIRSTLINE_HOME/logs/unpack.log" 2>&1 ||
      [ ! -f "$folder.new/launch-micro.jar" ]; then
      rm -rf "$folder.new"
      die "The server could not be unpacked; see $FIRSTLINE_HOME/logs/unpack.log" "服务器解包失败；见 $FIRSTLINE_HOME/logs/unpack.log"
    fi
    mv "$folder.new/config" "$folder.new/config.pristine"
    # Colours are for terminals, and this log is a file.
    sed 's/ansiColor=true/ansiColor=false/' "$folder.new/config.pristine/logging.properties" >"$folder.new/logging" &&
      mv "$folder.new/logging" "$folder.new/config.pristine/logging.properties"
    mv "$folder.new" "$folder"
    printf '%s\n' "$mark" >"$folder/mark"
  fi
  rm -rf "$folder/config" "$folder/applications" "$folder/generated" "$folder/autodeploy" "$folder/logs"
  cp -R "$folder/config.pristine" "$folder/config"
  # The address is a setting, and a boot command cannot read one.
  sed "s/\(http-listener\.address=\).*/\1$FIRSTLINE_LISTEN/" "$ROOT/config/boot/pre.asadmin" >"$folder/pre.asadmin"
}

# rotate FILE: keeps this start's log and the five before it.
rotate() {
  local i
  for i in 4 3 2 1; do [ -f "$1.$i" ] && mv "$1.$i" "$1.$((i + 1))"; done
  [ -f "$1" ] && mv "$1" "$1.1"
  : >"$1"
}

# server_up DATA LOG JVMFLAG...: starts the JVM and sets SERVER; DATA is the data folder of the application.
server_up() {
  local data=$1 log=$2 server=$FIRSTLINE_HOME/server
  shift 2
  rm -rf "$FIRSTLINE_HOME/tmp"
  (umask 077 && mkdir -p "$FIRSTLINE_HOME/tmp" "$data")
  unpack_server
  # Set for the server alone: what the environment of a shell calls the data folder may be relative.
  # SIGINT is ignored in a background process: Ctrl-C reaches the launcher, which ends the server in order.
  (
    cd "$data" && umask 077 &&
      FIRSTLINE_HOME=$data exec "$JAVA" "$@" \
        -Djava.net.preferIPv4Stack=true -Djava.awt.headless=true -Dfile.encoding=UTF-8 -XX:+ExitOnOutOfMemoryError \
        -Djakarta.json.provider=org.eclipse.parsson.JsonProviderImpl \
        "-XX:ErrorFile=$FIRSTLINE_HOME/logs/jvm-error-%p.log" "-Djava.io.tmpdir=$FIRSTLINE_HOME/tmp" \
        "-Dfirstline.home=$data" "-Dfirstline.owner=$FIRSTLINE_HOME" ${FIRSTLINE_JAVA_OPTS:-} \
        -jar "$server/launch-micro.jar" --nohazelcast --disablephonehome \
        --prebootcommandfile "$server/pre.asadmin" --postbootcommandfile "$ROOT/config/boot/post.asadmin" \
        --port "$FIRSTLINE_PORT" --deploy "$WAR" --contextroot /
  ) </dev/null >>"$log" 2>&1 &
  SERVER=$!
  printf '%s\n' "$SERVER" >"$FIRSTLINE_HOME/server.pid"
}

# server_ready LOG: waits for /health/ready; a server that cannot start says so in one sentence, and so does this.
server_ready() {
  local log=$1 limit=$((SECONDS + ${FIRSTLINE_START_TIMEOUT:-300})) shown=$SECONDS reason
  while :; do
    reason=$(sed -n 's/.*FIRSTLINE cannot start: *//p' "$log" | head -n 1)
    if [ -n "$reason" ]; then
      progress_ends "failed" "失败"
      printf '%s\n' "$reason" >&2
      tidy_up
      exit 1
    fi
    if ! kill -0 "$SERVER" 2>/dev/null; then
      wait "$SERVER"
      local code=$?
      progress_ends "failed" "失败"
      die "The server ended with code $code before it was ready; see $log" "服务尚未就绪即以代码 $code 退出；见 $log"
    fi
    if grep -q -E 'Startup of context .* failed due to previous errors|Exception while deploying the app|Failed to deploy' "$log"; then
      progress_ends "failed" "失败"
      grep -E '^[a-z.A-Z]*(Exception|Error|CannotStart): ' "$log" | head -n 3 >&2
      die "The application could not be deployed; see $log" "应用部署失败；见 $log"
    fi
    [ "$(http_get /health/ready)" = 200 ] && return 0
    if [ $SECONDS -ge $limit ]; then
      progress_ends "failed" "失败"
      die "The server was not ready in time; see $log" "服务未能及时就绪；见 $log"
    fi
    if [ $SECONDS -ne $shown ]; then shown=$SECONDS && dot; fi
    sleep 0.2
  done
}

# server_down [DATA]: ends server and database in order; harmless when nothing runs.
server_down() {
  local data=${1:-$FIRSTLINE_HOME}
  if [ -n "$SERVER" ]; then
    end_process "$SERVER" TERM 60
    wait "$SERVER" 2>/dev/null
    SERVER=
  fi
  rm -f "$FIRSTLINE_HOME/server.pid"
  database_down "$data"
}

# database_down DATA: a server that was killed leaves its embedded database behind.
database_down() {
  local pid
  [ -r "$1/pg/postmaster.pid" ] || return 0
  pid=$(sed -n 1p "$1/pg/postmaster.pid")
  case $(arguments "$pid") in *postgres*) end_process "$pid" INT 30 ;; esac
}

# end_process PID SIGNAL SECONDS: asks, waits, and only then kills.
end_process() {
  local limit=$((SECONDS + $3))
  kill "-$2" "$1" 2>/dev/null || return 0
  while kill -0 "$1" 2>/dev/null; do
    # A zombie is gone but for its exit code, once its last thread is.
    case $(sed 's/.*) //' "/proc/$1/stat" 2>/dev/null) in Z*) [ "$(ls "/proc/$1/task" 2>/dev/null | wc -l)" -gt 1 ] || return 0 ;; esac
    if [ $SECONDS -ge $limit ]; then
      kill -KILL "$1" 2>/dev/null
      return 0
    fi
    sleep 0.1
  done
}
