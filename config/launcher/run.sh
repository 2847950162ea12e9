# demo, start, stop, warm, ready.
WARMING=
BACKGROUND=
REMOVE=

# on_signal CODE: whatever phase this is in, everything that was started ends in order.
on_signal() {
  trap '' INT TERM HUP
  printf '\n'
  say "Stopping …" "正在停止……"
  tidy_up
  say "Stopped." "已停止。"
  exit "$1"
}

prepare() {
  settings "$1"
  # A folder in use says more than the port that its server holds.
  if [ -d "$FIRSTLINE_HOME" ] && [ -w "$FIRSTLINE_HOME" ] && ! home_is_free; then home_in_use; fi
  disk_is_large_enough
  port_is_free
  find_java "$(needs)"
  trap 'on_signal 130' INT
  trap 'on_signal 0' TERM
  trap 'on_signal 129' HUP
  take_home
  tidy_up() {
    if [ -n "$CHILD" ]; then end_process "$CHILD" TERM 20; fi
    fleet_down
    server_down "${WARMING:-$FIRSTLINE_HOME}"
    [ -z "$WARMING" ] || rm -rf "$WARMING" "$FIRSTLINE_HOME/cache"
    rm -f "$FIRSTLINE_HOME/launcher.pid"
    give_home_back
  }
  build "$FIRSTLINE_HOME/logs/build.log"
}

serve() {
  local log=$FIRSTLINE_HOME/logs/server.log begun=$SECONDS
  rotate "$log"
  cache_flags
  progress "Starting server and database" "正在启动服务器和数据库"
  # shellcheck disable=SC2086
  server_up "$FIRSTLINE_HOME" "$log" $CACHE_FLAGS
  server_ready "$log"
  progress_ends "ready after $((SECONDS - begun)) s (Java $JAVA_VERSION$([ -n "$CACHE_FLAGS" ] && echo ', archive'))" "$((SECONDS - begun)) 秒后就绪"
}

# stay: in the foreground until somebody stops it, or it ends by itself.
stay() {
  local code
  if [ -n "$BACKGROUND" ]; then
    rm -f "$FIRSTLINE_HOME/launcher.pid"
    exit 0
  fi
  wait "$SERVER"
  code=$?
  SERVER=
  tidy_up
  case $code in
    0 | 143) say "The server was stopped." "服务已停止。" && exit 0 ;;
    *) warn "The server ended unexpectedly (code $code); see $FIRSTLINE_HOME/logs/server.log" "服务意外退出（代码 $code）；见 $FIRSTLINE_HOME/logs/server.log" && exit 1 ;;
  esac
}

options() {
  while [ $# -gt 0 ]; do
    case $1 in
      --background) BACKGROUND=1 ;;
      --no-fleet) FLEET= ;;
      --remove) REMOVE=1 ;;
      --speed)
        [ $# -gt 1 ] && shift
        case $1 in
          [1-9] | [1-5][0-9] | 60) export FIRSTLINE_SPEED=$1 ;;
          *) die "--speed is a number from 1 to 60." "--speed 后面是 1 到 60 的数。" ;;
        esac
        ;;
      *) die "The option '$1' is unknown." "未知选项“$1”。" ;;
    esac
    shift
  done
}

# What a demo writes into its data folder.
DEMO_WRITES="anchors cache clock demo-credentials.json files files-at-work fleet fleet.pid index launcher.lock.d launcher.pid logs pg
  renditions-at-work runtime secret server server.lock server.pid sounds-at-work tmp transfers warm"

# remove_demo: stops the demo of this data folder and takes away what it wrote, and nothing else.
remove_demo() {
  local kept name
  settings demo
  kept=$(cat "$FIRSTLINE_HOME/profile" 2>/dev/null)
  [ "$kept" = demo ] || die "There is no demo in $FIRSTLINE_HOME; nothing was removed." "$FIRSTLINE_HOME 中没有示例城市，未删除任何内容。"
  (run_stop)
  home_is_free || home_in_use
  # The profile goes last: a removal that was cut off is taken up again.
  for name in $DEMO_WRITES profile; do rm -rf "${FIRSTLINE_HOME:?}/$name" || die "$FIRSTLINE_HOME/$name cannot be removed." "无法删除 $FIRSTLINE_HOME/$name。"; done
  give_home_back
  rm -f "$FIRSTLINE_HOME/launcher.lock"
  rmdir "$FIRSTLINE_HOME" 2>/dev/null || say "Kept what the demo did not write: $(ls -A "$FIRSTLINE_HOME" | tr '\n' ' ')" "已保留并非示例写入的内容：$(ls -A "$FIRSTLINE_HOME" | tr '\n' ' ')"
  say "The sample city is gone; ./firstline start begins with your own." "示例城市已删除；运行 ./firstline start 开始使用自己的数据。"
}

run_demo() {
  local credentials count shown=16
  options "$@"
  if [ -n "$REMOVE" ]; then
    remove_demo
    return
  fi
  prepare demo
  fleet_keys month
  serve
  fleet_up
  credentials=$FIRSTLINE_HOME/demo-credentials.json
  printf '\n  %s\n  %s\n\n' "$(both "Public site: $FIRSTLINE_URL/" "公众网站：$FIRSTLINE_URL/")" "$(both "Console:     $FIRSTLINE_URL/console/" "工作台：  $FIRSTLINE_URL/console/")"
  if [ -r "$credentials" ]; then
    count=$(accounts "$credentials" username | wc -l | tr -d ' ')
    {
      printf 'NAME 姓名\tDEPARTMENT 部门\tROLES 角色\tUSER NAME 用户名\tPASSWORD 密码\n'
      accounts "$credentials" name department roles username password | head -n $shown
    } | columns | sed 's/^/  /'
    if [ "$count" -gt $shown ]; then printf '  %s\n' "$(both "… and $((count - shown)) more in the file" "……另有 $((count - shown)) 个账号见文件")"; fi
    printf '\n'
    say "Accounts, passwords and one-time-code keys: $credentials" "账号、密码与动态口令密钥：$credentials"
  fi
  say "Log: $FIRSTLINE_HOME/logs/server.log" "日志：$FIRSTLINE_HOME/logs/server.log"
  if [ -z "$CACHE_FLAGS" ]; then say "Later starts are faster after ./firstline warm (once)." "运行一次 ./firstline warm 可加快以后的启动。"; fi
  [ -n "$BACKGROUND" ] || say "Ctrl-C stops it; the data stay." "按 Ctrl-C 停止，数据保留。"
  stay
}

run_start() {
  options "$@"
  settings production
  production_secrets
  prepare production
  case $FIRSTLINE_URL in
    https://*) ;;
    *) warn "FIRSTLINE_URL is not https: cookies travel unprotected. Put a reverse proxy with TLS in front (config/deploy/nginx.conf)." "FIRSTLINE_URL 不是 https：Cookie 未受保护。请在前面配置带 TLS 的反向代理（config/deploy/nginx.conf）。" ;;
  esac
  serve
  if [ -r "$FIRSTLINE_HOME/first-run-link" ]; then
    say "First run: open this link once, within its time, to create the three administrators:" "首次运行：请打开以下一次性链接，创建三名管理员："
    printf '\n  %s\n\n' "$(head -n 1 "$FIRSTLINE_HOME/first-run-link")"
  fi
  say "Firstline serves $FIRSTLINE_URL (listening on $FIRSTLINE_LISTEN:$FIRSTLINE_PORT)." "第一线已在 $FIRSTLINE_URL 提供服务（监听 $FIRSTLINE_LISTEN:$FIRSTLINE_PORT）。"
  stay
}

run_stop() {
  local launcher
  settings production
  [ -d "$FIRSTLINE_HOME" ] && FIRSTLINE_HOME=$(cd "$FIRSTLINE_HOME" && pwd -P)
  launcher=$(cat "$FIRSTLINE_HOME/launcher.pid" 2>/dev/null)
  if launcher_runs "$launcher"; then
    end_process "$launcher" TERM 90
  elif server_runs; then
    fleet_down
    server_down
  else
    fleet_down
    database_down "$FIRSTLINE_HOME"
    say "No server runs on $FIRSTLINE_HOME." "$FIRSTLINE_HOME 上没有运行中的服务。"
    exit 0
  fi
  say "Stopped." "已停止。"
}

run_warm() {
  local begun kept
  settings demo
  # The archive belongs to the data folder of either profile.
  kept=$(cat "$FIRSTLINE_HOME/profile" 2>/dev/null)
  prepare "${kept:-demo}"
  begun=$SECONDS
  progress "Making the start archive" "正在生成启动归档"
  make_cache
  progress_ends "$((SECONDS - begun)) s, $(($(wc -c <"$(cache_file)") / 1048576)) MB" "$((SECONDS - begun)) 秒"
  tidy_up
}

# For health checks of containers: exit code 0 when the server is ready.
run_ready() {
  settings production
  [ "$(http_get /health/ready)" = 200 ]
}
