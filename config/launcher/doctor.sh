# What this machine has and lacks, what each part is for and how to get it.

# found STATE NAME DETAIL FOR-EN FOR-ZH GET-EN GET-ZH: one row; STATE is ok, missing or optional.
found() {
  local mark
  case $1 in
    ok) mark=$(both "ok" "正常") ;;
    missing) mark=$(both "MISSING" "缺少") && LACKS=1 ;;
    *) mark=$(both "absent" "未装") ;;
  esac
  printf '%s\t%s\t%s\t%s\n' "$2" "$mark" "$3" "$(both "$4" "$5")" >>"$ROWS"
  [ "$1" = ok ] || printf '%s: %s\n' "$2" "$(both "$6" "$7")" >>"$ROWS.get"
}

first_line() { "$@" 2>&1 | head -n 1 | cut -c1-60; }

doctor_java() {
  local detail
  if detail=$(find_java javac 2>&1 && printf '%s %s' "$JAVA_VERSION" "$JAVA_HOME"); then
    found ok JDK "$detail" "runs and builds" "运行与构建" "" ""
  else
    found missing JDK "" "runs and builds" "运行与构建" "install a JDK 17 to 25: Temurin 25 from adoptium.net, or apt-get install openjdk-17-jdk" "安装 JDK 17 到 25：adoptium.net 的 Temurin 25，或 apt-get install openjdk-17-jdk"
  fi
}

doctor_database() {
  local address host port
  if [ -z "${FIRSTLINE_DB_URL:-}" ]; then
    case $(uname -s)-$(uname -m) in
      Linux-x86_64 | Linux-aarch64 | Linux-arm64) found ok "database 数据库" "embedded PostgreSQL 18: $FIRSTLINE_HOME/pg" "keeps everything" "保存全部数据" "" "" ;;
      *) found missing "database 数据库" "$(uname -s) $(uname -m)" "keeps everything" "保存全部数据" "no embedded PostgreSQL for this platform: set FIRSTLINE_DB_URL, _USER and _PASSWORD" "此平台没有内置 PostgreSQL：请设置 FIRSTLINE_DB_URL、_USER、_PASSWORD" ;;
    esac
    return
  fi
  address=${FIRSTLINE_DB_URL#jdbc:postgresql://}
  address=${address%%[/?]*}
  host=${address%%:*}
  port=5432
  case $address in *:*) port=${address##*:} ;; esac
  if (exec 8<>"/dev/tcp/$host/$port") 2>/dev/null; then
    found ok "database 数据库" "PostgreSQL $host:$port" "keeps everything" "保存全部数据" "" ""
  else
    found missing "database 数据库" "$host:$port" "keeps everything" "保存全部数据" "nobody answers at FIRSTLINE_DB_URL" "FIRSTLINE_DB_URL 无法连接"
  fi
}

doctor_tool() {
  local path
  if path=$(command -v "$1"); then
    found ok "$1" "$path" "$2" "$3" "" ""
  else
    found optional "$1" "" "$2" "$3" "apt-get install $1 (brew install $1)" "apt-get install $1（brew install $1）"
  fi
}

doctor_machine() {
  local free memory
  free=$(free_kilobytes "$FIRSTLINE_HOME")
  found "$([ "${free:-0}" -ge 1048576 ] && echo ok || echo missing)" "disk 磁盘" "$((${free:-0} / 1048576)) GB $(nearest "$FIRSTLINE_HOME")" "1 GB for the demo, 20 GB for production" "演示 1 GB，正式 20 GB" "free space at $FIRSTLINE_HOME" "请为 $FIRSTLINE_HOME 腾出空间"
  if [ -r /proc/meminfo ]; then memory=$(awk '$1 == "MemTotal:" { print int($2 / 1024) }' /proc/meminfo); else memory=$(($(sysctl -n hw.memsize 2>/dev/null || echo 0) / 1048576)); fi
  found "$([ "$memory" -ge 1900 ] && echo ok || echo missing)" "memory 内存" "$memory MB" "2 GB; 4 GB for a county" "2 GB；县级 4 GB" "more memory" "请增加内存"
  if server_runs; then
    found ok "port 端口" "$FIRSTLINE_PORT, this server" "HTTP" "HTTP" "" ""
  elif (exec 8<>"/dev/tcp/$PROBE/$FIRSTLINE_PORT") 2>/dev/null; then
    found missing "port 端口" "$FIRSTLINE_PORT" "HTTP" "HTTP" "another program has port $FIRSTLINE_PORT: choose one with FIRSTLINE_PORT" "端口 $FIRSTLINE_PORT 被占用：请用 FIRSTLINE_PORT 另选"
  else
    found ok "port 端口" "$FIRSTLINE_PORT" "HTTP" "HTTP" "" ""
  fi
}

run_doctor() {
  settings "${1:-demo}"
  LACKS=
  ROWS=$(mktemp "${TMPDIR:-/tmp}/firstline.XXXXXX") || exit 1
  trap 'rm -f "$ROWS" "$ROWS.get"' EXIT
  doctor_java
  doctor_database
  doctor_tool ffmpeg "loudspeaker recordings, film previews" "广播录音、视频预览"
  doctor_tool espeak-ng "reads scripts aloud" "文稿转语音"
  if has_chinese_font; then
    found ok "Chinese font 中文字体" "$(first_line fc-list :lang=zh family)" "pictures, prints, browser tests" "图片、打印、浏览器测试" "" ""
  else
    found optional "Chinese font 中文字体" "" "pictures, prints, browser tests" "图片、打印、浏览器测试" "apt-get install fonts-noto-cjk fontconfig" "apt-get install fonts-noto-cjk fontconfig"
  fi
  if has_print_font; then
    found ok "print font 印刷字体" "$(first_line fc-list :lang=zh:lang=en:fontformat=TrueType family)" "posters whose words can be searched" "可检索文字的海报" "" ""
  else
    found optional "print font 印刷字体" "" "posters whose words can be searched; without it outlines" "可检索文字的海报；没有则为轮廓" "apt-get install fonts-wqy-zenhei" "apt-get install fonts-wqy-zenhei"
  fi
  if (find_browser) >/dev/null 2>&1; then
    find_browser
    found ok "browser 浏览器" "$FIRSTLINE_CHROMIUM" "browser tests" "浏览器测试" "" ""
  else
    found optional "browser 浏览器" "" "browser tests" "浏览器测试" "apt-get install chromium, or name one in FIRSTLINE_CHROMIUM; ./firstline test installs it as root" "apt-get install chromium，或用 FIRSTLINE_CHROMIUM 指明；以 root 运行 ./firstline test 会自动安装"
  fi
  doctor_machine
  columns <"$ROWS"
  if [ -s "$ROWS.get" ]; then
    printf '\n'
    say "How to get what is missing:" "缺少的部分如何获得："
    sed 's/^/  /' "$ROWS.get"
  fi
  [ -z "$LACKS" ]
}
