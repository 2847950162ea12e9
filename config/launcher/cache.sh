# The JVM's archive of the server's classes (AOT cache on JDK 25, AppCDS on 17 to 24). It fits one JDK build, one
# server and one WAR; where it does not fit, the server starts without it.

# cache_key: everything that the archive was made of.
cache_key() {
  printf '%s\n' "$JAVA_HOME" "$(cksum <"$JAVA_HOME/release" 2>/dev/null)" "$(cksum <"$WAR")" "$(cksum <"$PAYARA")" "$FIRSTLINE_HOME" "${FIRSTLINE_JAVA_OPTS:-}"
}

cache_file() { printf '%s/cache/firstline.%s' "$FIRSTLINE_HOME" "$([ "$JAVA_MAJOR" -ge 25 ] && echo aot || echo jsa)"; }

# cache_flags: sets CACHE_FLAGS, empty when there is no archive that fits.
cache_flags() {
  local file
  CACHE_FLAGS=
  [ "${FIRSTLINE_CACHE:-on}" = on ] || return 0
  file=$(cache_file)
  [ -f "$file" ] && [ "$(cat "$FIRSTLINE_HOME/cache/key" 2>/dev/null)" = "$(cache_key)" ] || return 0
  if [ "$JAVA_MAJOR" -ge 25 ]; then CACHE_FLAGS=-XX:AOTCache=$file; else CACHE_FLAGS=-XX:SharedArchiveFile=$file; fi
}

# make_cache: one start on a data folder of its own with the pages visited, then an orderly end, which writes the file.
make_cache() {
  local data=$FIRSTLINE_HOME/warm log=$FIRSTLINE_HOME/logs/warm.log file flag page code
  file=$(cache_file)
  rm -rf "$FIRSTLINE_HOME/cache" "$data"
  mkdir -p "$FIRSTLINE_HOME/cache"
  : >"$log"
  if [ "$JAVA_MAJOR" -ge 25 ]; then flag=-XX:AOTCacheOutput=$file; else flag=-XX:ArchiveClassesAtExit=$file; fi
  # The rehearsal has the sample city and an embedded database, whatever this folder has.
  FIRSTLINE_PROFILE=demo
  unset FIRSTLINE_DB_URL FIRSTLINE_DB_USER FIRSTLINE_DB_PASSWORD FIRSTLINE_SECRET
  WARMING=$data
  server_up "$data" "$log" "$flag"
  server_ready "$log"
  for page in / /rumours /rumours/report /feeds/rebuttals.atom /console/sign-in /console/home /; do
    http_get "$page" 30 >/dev/null
    dot
  done
  # Writing the archive is part of the end: 5 to 20 s.
  kill -TERM "$SERVER"
  while kill -0 "$SERVER" 2>/dev/null; do
    dot
    sleep 1
  done
  wait "$SERVER"
  SERVER=
  server_down "$data"
  rm -rf "$data"
  WARMING=
  [ -f "$file" ] || die "The archive was not written; see $log" "启动归档未能生成；见 $log"
  cache_key >"$FIRSTLINE_HOME/cache/key"
}
