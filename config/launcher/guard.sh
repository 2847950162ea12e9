# What must hold before anything is touched: a free port, room on the disk, a data folder of our own.

# http_get PATH [SECONDS]: the status code of a GET on the server, empty when nobody answers. Bash alone, no curl.
http_get() {
  local status=
  {
    exec 8<>"/dev/tcp/$PROBE/$FIRSTLINE_PORT" || return 1
    printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$1" >&8
    IFS=' ' read -r -t "${2:-5}" _ status _ <&8
    exec 8>&-
  } 2>/dev/null
  printf '%s' "$status"
}

port_is_free() {
  if [ "$FIRSTLINE_PORT" -lt 1024 ] && [ "$(id -u)" != 0 ] && [ "$(uname)" = Linux ] &&
    [ "$FIRSTLINE_PORT" -lt "$(cat /proc/sys/net/ipv4/ip_unprivileged_port_start 2>/dev/null || echo 1024)" ]; then
    die "Port $FIRSTLINE_PORT needs root; choose one from 1024 up with FIRSTLINE_PORT." "端口 $FIRSTLINE_PORT 需要 root；请用 FIRSTLINE_PORT 选择 1024 以上的端口。"
  fi
  if (exec 8<>"/dev/tcp/$PROBE/$FIRSTLINE_PORT") 2>/dev/null; then
    die "Port $FIRSTLINE_PORT is taken by another program; choose one with FIRSTLINE_PORT." "端口 $FIRSTLINE_PORT 已被其他程序占用；请用 FIRSTLINE_PORT 另选端口。"
  fi
}

# nearest FOLDER: the folder itself or its first parent that exists.
nearest() {
  local folder=$1
  while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
  printf '%s' "$folder"
}

free_kilobytes() { df -Pk "$(nearest "$1")" 2>/dev/null | awk 'NR == 2 { print $4 }'; }

disk_is_large_enough() {
  local free
  free=$(free_kilobytes "$FIRSTLINE_HOME")
  if [ "${free:-0}" -lt 1048576 ]; then
    die "Less than 1 GB is free at $FIRSTLINE_HOME." "$FIRSTLINE_HOME 所在磁盘剩余空间不足 1 GB。"
  fi
}

# take_home: makes the data folder and holds it until launcher and server are both gone. With flock the
# kernel lets go whatever way they end, kill -9 included; without it the process that owns the folder is asked.
take_home() {
  local parent kept
  if [ ! -d "$FIRSTLINE_HOME" ]; then
    parent=$(nearest "$FIRSTLINE_HOME")
    [ -w "$parent" ] && (umask 077 && mkdir -p "$FIRSTLINE_HOME") 2>/dev/null
  fi
  if [ ! -d "$FIRSTLINE_HOME" ] || [ ! -w "$FIRSTLINE_HOME" ]; then
    die "The data folder $FIRSTLINE_HOME cannot be written." "数据目录 $FIRSTLINE_HOME 不可写。"
  fi
  FIRSTLINE_HOME=$(cd "$FIRSTLINE_HOME" && pwd -P)
  home_is_free || home_in_use
  kept=$(cat "$FIRSTLINE_HOME/profile" 2>/dev/null)
  if [ -n "$kept" ] && [ "$kept" != "$PROFILE" ]; then
    give_home_back
    die "The data folder $FIRSTLINE_HOME belongs to the profile $kept; name another one in FIRSTLINE_HOME." "数据目录 $FIRSTLINE_HOME 属于 $kept 配置；请用 FIRSTLINE_HOME 另指目录。"
  fi
  printf '%s\n' "$PROFILE" >"$FIRSTLINE_HOME/profile"
  printf '%s\n' "$$" >"$FIRSTLINE_HOME/launcher.pid"
  mkdir -p "$FIRSTLINE_HOME/logs"
}

home_in_use() {
  die "The data folder $FIRSTLINE_HOME is in use; ./firstline stop ends that server." "数据目录 $FIRSTLINE_HOME 正在使用；可用 ./firstline stop 停止该服务。"
}

# home_is_free: takes the lock; false when somebody alive has it.
home_is_free() {
  local lock=$FIRSTLINE_HOME/launcher.lock owner
  if command -v flock >/dev/null 2>&1; then
    exec 9>>"$lock" && flock -n 9
    return
  fi
  if ! mkdir "$lock.d" 2>/dev/null; then
    owner=$(cat "$FIRSTLINE_HOME/launcher.pid" 2>/dev/null)
    if launcher_runs "$owner" || server_runs; then return 1; fi
    rm -rf "$lock.d"
    mkdir "$lock.d" 2>/dev/null || return 1
  fi
}

give_home_back() {
  rm -rf "$FIRSTLINE_HOME/launcher.lock.d"
  exec 9>&-
}

# arguments PID: its command line, empty when it is gone.
arguments() {
  [ -n "$1" ] || return 0
  if [ -r "/proc/$1/cmdline" ]; then tr '\0' ' ' <"/proc/$1/cmdline"; else ps -o args= -p "$1" 2>/dev/null; fi
}

launcher_runs() {
  [ "$1" != "$$" ] || return 1
  case $(arguments "$1") in *firstline\ *) return 0 ;; *) return 1 ;; esac
}

# server_runs: the process of server.pid is alive and serves this very data folder; sets SERVER.
server_runs() {
  SERVER=$(cat "$FIRSTLINE_HOME/server.pid" 2>/dev/null)
  case $(arguments "$SERVER") in *"-Dfirstline.owner=$FIRSTLINE_HOME "*) return 0 ;; *) SERVER= && return 1 ;; esac
}
