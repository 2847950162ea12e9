# Finds a JDK 17 to 25, the newest first.
JAVA_LOWEST=17
JAVA_NEWEST=25

# java_version HOME: 25.0.3, read from the JDK's own release file; asked of java where there is none.
java_version() {
  local version=
  [ -r "$1/release" ] && version=$(sed -n 's/^JAVA_VERSION="\(.*\)"$/\1/p' "$1/release")
  [ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)
  printf '%s' "$version"
}

# java_fits HOME NEED: NEED is javac when something must be built, else java.
java_fits() {
  local major
  [ -x "$1/bin/java" ] && [ -x "$1/bin/$2" ] || return 1
  major=$(java_version "$1")
  major=${major%%[!0-9]*}
  [ -n "$major" ] && [ "$major" -ge $JAVA_LOWEST ] && [ "$major" -le $JAVA_NEWEST ]
}

java_candidates() {
  local path
  [ -n "${JAVA_HOME:-}" ] && printf '%s\n' "$JAVA_HOME"
  path=$(command -v java 2>/dev/null)
  while [ -n "$path" ] && [ -L "$path" ]; do
    local link
    link=$(readlink "$path")
    case $link in /*) path=$link ;; *) path=$(dirname "$path")/$link ;; esac
  done
  # /usr/bin/java of macOS is no link; java_home below speaks for it.
  [ -n "$path" ] && [ -r "$(dirname "$(dirname "$path")")/release" ] && dirname "$(dirname "$path")"
  for path in /usr/lib/jvm/* /opt/* /opt/java/* /usr/java/* /usr/local/openjdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -x "$path/bin/java" ] && printf '%s\n' "$path"
  done
  if [ -x /usr/libexec/java_home ]; then
    for path in $JAVA_NEWEST 24 23 22 21 $JAVA_LOWEST; do /usr/libexec/java_home -v "$path" 2>/dev/null; done
  fi
}

# find_java NEED: sets and exports JAVA_HOME, sets JAVA; one sentence when there is none.
find_java() {
  local need=$1 home version best= list
  if [ -n "${FIRSTLINE_JAVA_HOME:-}" ]; then
    java_fits "$FIRSTLINE_JAVA_HOME" "$need" ||
      die "FIRSTLINE_JAVA_HOME ($FIRSTLINE_JAVA_HOME) is not a JDK $JAVA_LOWEST to $JAVA_NEWEST$(need_javac "$need" en)." \
        "FIRSTLINE_JAVA_HOME（$FIRSTLINE_JAVA_HOME）不是 JDK $JAVA_LOWEST 到 $JAVA_NEWEST$(need_javac "$need" zh)。"
    best=$FIRSTLINE_JAVA_HOME
  else
    list=$(java_candidates | while IFS= read -r home; do
      java_fits "$home" "$need" || continue
      version=$(java_version "$home")
      printf '%s %s\n' "${version%%[-+_]*}" "$home"
    done | sort -t. -k1,1nr -k2,2nr -k3,3nr)
    while IFS= read -r home; do
      home=${home#* }
      # A JDK of another architecture has a release file too.
      if [ -n "$home" ] && "$home/bin/java" -version >/dev/null 2>&1; then best=$home; break; fi
    done <<LIST
$list
LIST
  fi
  if [ -z "$best" ]; then
    die "No JDK $JAVA_LOWEST to $JAVA_NEWEST was found$(need_javac "$need" en); install one (such as Temurin 25 from adoptium.net) or name it in FIRSTLINE_JAVA_HOME." \
      "没有找到 JDK $JAVA_LOWEST 到 $JAVA_NEWEST$(need_javac "$need" zh)；请安装（例如 adoptium.net 的 Temurin 25），或用 FIRSTLINE_JAVA_HOME 指明。"
  fi
  JAVA_HOME=$best
  JAVA=$best/bin/java
  JAVA_VERSION=$(java_version "$best")
  JAVA_MAJOR=${JAVA_VERSION%%[!0-9]*}
  export JAVA_HOME
}

need_javac() {
  [ "$1" = javac ] || return 0
  if [ "$2" = zh ]; then printf '（含 javac，构建需要）'; else printf ' with javac, which the build needs'; fi
}
