# The README's test command. Installs what it lacks where it may, and leaves Maven's own lines visible.

find_browser() {
  local name
  if [ -n "${FIRSTLINE_CHROMIUM:-}" ]; then
    [ -x "$FIRSTLINE_CHROMIUM" ] || die "FIRSTLINE_CHROMIUM ($FIRSTLINE_CHROMIUM) cannot be run." "FIRSTLINE_CHROMIUM（$FIRSTLINE_CHROMIUM）无法运行。"
    return 0
  fi
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    FIRSTLINE_CHROMIUM=$(command -v "$name") && return 0
  done
  for name in "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" /Applications/Chromium.app/Contents/MacOS/Chromium; do
    if [ -x "$name" ]; then FIRSTLINE_CHROMIUM=$name && return 0; fi
  done
  FIRSTLINE_CHROMIUM=
  return 1
}

# Chinese without a font is a row of boxes. macOS has its own.
has_chinese_font() {
  [ "$(uname)" = Darwin ] || { command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=zh family 2>/dev/null | head -n 1)" ]; }
}

# Words of print-ready files stay words only in a font with TrueType outlines: characters of PostScript outlines (Noto CJK) cannot be embedded one by one.
has_print_font() {
  [ "$(uname)" = Darwin ] || { command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=zh:lang=en:fontformat=TrueType family 2>/dev/null | head -n 1)" ]; }
}

# apt_install PACKAGES: false where that is not for us to do.
apt_install() {
  command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ] || return 1
  say "Installing:$1" "正在安装：$1" | sed 's/:\([a-z]\)/: \1/'
  # shellcheck disable=SC2086
  { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $1; } </dev/null >/dev/null ||
    die "apt-get could not install$1." "apt-get 未能安装$1。"
}

install_browser() {
  find_browser && return 0
  apt_install " chromium" && find_browser && return 0
  die "The browser tests need Chromium or Chrome: install it, or name a browser in FIRSTLINE_CHROMIUM." \
    "浏览器测试需要 Chromium 或 Chrome：请安装，或用 FIRSTLINE_CHROMIUM 指明浏览器。"
}

# Sounds and pictures are made by the real programs and a real font; a test without them fails.
install_studio() {
  local lacking= name
  for name in ffmpeg espeak-ng; do
    command -v "$name" >/dev/null 2>&1 || lacking="$lacking $name"
  done
  has_chinese_font || lacking="$lacking fonts-noto-cjk fontconfig"
  has_print_font || lacking="$lacking fonts-wqy-zenhei"
  [ -n "$lacking" ] || return 0
  apt_install "$lacking" && return 0
  die "The tests of sounds and pictures need:$lacking. Install them (macOS: brew install$lacking)." "声音和图片测试需要$lacking，请先安装（macOS：brew install$lacking）。"
}

# totals MARKER: sums the reports written since MARKER: run, failed, errors, skipped.
totals() {
  find "$ROOT/modules" -path '*-reports/TEST-*.xml' -newer "$1" -type f | while IFS= read -r report; do
    grep -m 1 '<testsuite ' "$report" | tr -d '\n'
    sed -n '/<testsuite /,/>/p' "$report" | tr '\n' ' ' | sed 's/>.*//'
    printf '\n'
  done | awk '
    function field(name) { if (match($0, " " name "=\"[0-9]+\"")) return substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0; return 0 }
    { run += field("tests"); failed += field("failures"); errors += field("errors"); skipped += field("skipped") }
    END { printf "%d %d %d %d", run, failed, errors, skipped }'
}

run_test() {
  local goal=verify code begun=$SECONDS marker seconds
  case ${1:-all} in
    all) ;;
    unit) goal=test ;;
    *) die "The option '$1' is unknown; there is 'unit'." "未知选项“$1”；可用 unit。" ;;
  esac
  [ -f "$ROOT/pom.xml" ] || die "The tests need the sources." "测试需要源码。"
  find_java javac
  install_studio
  if [ $goal = verify ]; then
    install_browser
    export FIRSTLINE_CHROMIUM
  fi
  export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
  # A setting of this shell must not turn a test's server into something else.
  unset FIRSTLINE_HOME FIRSTLINE_PROFILE FIRSTLINE_URL FIRSTLINE_SECRET FIRSTLINE_DB_URL FIRSTLINE_DB_USER FIRSTLINE_DB_PASSWORD FIRSTLINE_PORT FIRSTLINE_LISTEN
  say "Java $JAVA_VERSION ($JAVA_HOME)" "Java $JAVA_VERSION（$JAVA_HOME）"
  mkdir -p "$ROOT/modules/console/target"
  marker=$ROOT/modules/console/target/test-begun
  : >"$marker"
  (cd "$ROOT" && ./mvnw "$goal")
  code=$?
  # Every requirement of a module's specification has a test, and that test has just passed.
  if [ $code -eq 0 ] && [ $goal = verify ]; then
    (cd "$ROOT" && "$JAVA_HOME/bin/java" -cp modules/testkit/target/classes firstline.testkit.trace.RequirementTrace .) || code=1
  fi
  seconds=$((SECONDS - begun))
  read -r run failed errors skipped <<TOTALS
$(totals "$marker")
TOTALS
  printf '\n'
  if [ $code -eq 0 ]; then
    say "PASSED: $run tests, $failed failed, $errors errors, $skipped skipped, $((seconds / 60)) min $((seconds % 60)) s" "通过：测试 $run 项，失败 $failed，错误 $errors，跳过 $skipped，用时 $((seconds / 60)) 分 $((seconds % 60)) 秒"
  else
    say "FAILED: $run tests, $failed failed, $errors errors, $skipped skipped, $((seconds / 60)) min $((seconds % 60)) s" "未通过：测试 $run 项，失败 $failed，错误 $errors，跳过 $skipped，用时 $((seconds / 60)) 分 $((seconds % 60)) 秒"
  fi
  exit $code
}
