# Settings: environment first, then the file that FIRSTLINE_CONFIG names, then config/<profile>.properties.
# They reach the server as environment variables, which MicroProfile Config reads and `ps` does not show.

# read_properties FILE: exports firstline.some-key=value as FIRSTLINE_SOME_KEY unless that is set already.
read_properties() {
  local file=$1 line key value name
  while IFS= read -r line || [ -n "$line" ]; do
    line=${line%$'\r'}
    line=${line#"${line%%[![:space:]]*}"}
    case $line in '' | '#'* | '!'*) continue ;; esac
    case $line in *=*) ;; *) die "$file: '$line' is not key=value." "$file：“$line”不是“键=值”。" ;; esac
    key=${line%%=*}
    key=${key%"${key##*[![:space:]]}"}
    value=${line#*=}
    value=${value#"${value%%[![:space:]]*}"}
    value=${value%"${value##*[![:space:]]}"}
    case $key in
      firstline.config | *[!a-zA-Z0-9._-]*) die "$file: '$key' cannot be set there." "$file：“$key”不能在此设置。" ;;
      firstline.*) ;;
      *) die "$file: '$key' is no setting of Firstline." "$file：“$key”不是第一线的设置项。" ;;
    esac
    name=$(printf '%s' "$key" | tr 'a-z.-' 'A-Z__')
    if [ -z "${!name+set}" ]; then export "$name=$value"; fi
  done <"$file"
}

# settings PROFILE: reads every source and checks what the launcher itself needs.
settings() {
  PROFILE=$1
  if [ -n "${FIRSTLINE_CONFIG:-}" ]; then
    [ -r "$FIRSTLINE_CONFIG" ] || die "The settings file $FIRSTLINE_CONFIG cannot be read." "无法读取设置文件 $FIRSTLINE_CONFIG。"
    read_properties "$FIRSTLINE_CONFIG"
  fi
  [ -r "$ROOT/config/$PROFILE.properties" ] && read_properties "$ROOT/config/$PROFILE.properties"
  FIRSTLINE_PORT=${FIRSTLINE_PORT:-8080}
  FIRSTLINE_LISTEN=${FIRSTLINE_LISTEN:-127.0.0.1}
  FIRSTLINE_HOME=${FIRSTLINE_HOME:-$ROOT/.firstline}
  case $FIRSTLINE_HOME in /*) ;; *) FIRSTLINE_HOME=$PWD/${FIRSTLINE_HOME#./} ;; esac
  FIRSTLINE_HOME=${FIRSTLINE_HOME%/}
  FIRSTLINE_PROFILE=$PROFILE
  case $FIRSTLINE_HOME in
    '' | *[[:space:]]*) die "FIRSTLINE_HOME must be a folder without spaces in its path." "FIRSTLINE_HOME 必须是路径中不含空格的目录。" ;;
  esac
  case $FIRSTLINE_PORT in
    '' | *[!0-9]* | ??????*) die "FIRSTLINE_PORT '$FIRSTLINE_PORT' is not a port number." "FIRSTLINE_PORT“$FIRSTLINE_PORT”不是端口号。" ;;
  esac
  if [ "$FIRSTLINE_PORT" -lt 1 ] || [ "$FIRSTLINE_PORT" -gt 65535 ]; then
    die "FIRSTLINE_PORT $FIRSTLINE_PORT is not between 1 and 65535." "FIRSTLINE_PORT $FIRSTLINE_PORT 不在 1 到 65535 之间。"
  fi
  case $FIRSTLINE_LISTEN in
    '' | *[!0-9.]*) die "FIRSTLINE_LISTEN must be an IPv4 address, such as 127.0.0.1 or 0.0.0.0." "FIRSTLINE_LISTEN 必须是 IPv4 地址，例如 127.0.0.1 或 0.0.0.0。" ;;
  esac
  # What the launcher asks, on the address on which the server listens.
  PROBE=$FIRSTLINE_LISTEN
  [ "$PROBE" = 0.0.0.0 ] && PROBE=127.0.0.1
  FIRSTLINE_URL=${FIRSTLINE_URL:-http://localhost:$FIRSTLINE_PORT}
  export FIRSTLINE_PORT FIRSTLINE_LISTEN FIRSTLINE_HOME FIRSTLINE_PROFILE FIRSTLINE_URL
}

# known_secret VALUE: true when others can guess it. Same length rule as the server's own check.
known_secret() {
  printf '%s' "$1" | LC_ALL=C awk '
    { text = text $0 }
    END {
      lower = tolower(text)
      count = split("changeme change-me change_me secret password passwort passw0rd example default firstline placeholder replace 123456 0123456789 abcdefgh qwerty 11111111", words, " ")
      for (i = 1; i <= count; i++) if (index(lower, words[i])) exit 0
      for (i = 1; i <= length(text); i++) if (!seen[substr(text, i, 1)]++) distinct++
      if (distinct < 8) exit 0
      # A short pattern written over and over is as short as the pattern.
      for (period = 1; period <= length(text) / 2; period++)
        if (substr(text, 1, length(text) - period) == substr(text, period + 1)) exit 0
      exit 1
    }'
}

# production_secrets: refuses what others know.
production_secrets() {
  local secret=${FIRSTLINE_SECRET:-} password=${FIRSTLINE_DB_PASSWORD:-} lower
  local make="make one with: openssl rand -base64 48" make_zh="可用 openssl rand -base64 48 生成"
  [ -n "$secret" ] || die "FIRSTLINE_SECRET is empty; $make" "FIRSTLINE_SECRET 为空；$make_zh"
  [ ${#secret} -ge 32 ] || die "FIRSTLINE_SECRET has fewer than 32 characters; $make" "FIRSTLINE_SECRET 少于 32 个字符；$make_zh"
  if known_secret "$secret"; then
    die "FIRSTLINE_SECRET can be guessed (a known word, an example or a pattern); $make" "FIRSTLINE_SECRET 容易被猜到（常见词、示例或重复字符）；$make_zh"
  fi
  [ -n "${FIRSTLINE_DB_URL:-}" ] || return 0
  case $FIRSTLINE_DB_URL in
    jdbc:postgresql://*) ;;
    *) die "FIRSTLINE_DB_URL must begin with jdbc:postgresql://" "FIRSTLINE_DB_URL 必须以 jdbc:postgresql:// 开头" ;;
  esac
  [ -n "${FIRSTLINE_DB_USER:-}" ] || die "FIRSTLINE_DB_USER is empty." "FIRSTLINE_DB_USER 为空。"
  lower=$(printf '%s' "$password" | tr 'A-Z' 'a-z')
  case $lower in
    '') die "FIRSTLINE_DB_PASSWORD is empty." "FIRSTLINE_DB_PASSWORD 为空。" ;;
    "$(printf '%s' "$FIRSTLINE_DB_USER" | tr 'A-Z' 'a-z')" | postgres | password | passwort | secret | changeme | change-me | firstline | example | admin | root | test | default | qwerty | 123456*)
      die "FIRSTLINE_DB_PASSWORD is a known word." "FIRSTLINE_DB_PASSWORD 是常见词。" ;;
  esac
}
