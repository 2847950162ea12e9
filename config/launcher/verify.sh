# Checks a bundle of proof of play without a server.

# run_verify FILE [KEY]: 0 if all holds, 1 if not, 2 if it is no bundle.
run_verify() {
  local jar=$ROOT/modules/speaker/target/speaker.jar
  [ $# -ge 1 ] && [ -f "$1" ] || die "Name the bundle: ./firstline verify proof.zip [key]" "请给出证明包：./firstline verify proof.zip [公钥]" 2
  find_java java
  if [ ! -f "$jar" ]; then
    progress "Building" "构建中"
    (cd "$ROOT" && ./mvnw -q -DskipTests -Dspotless.check.skip=true -pl modules/speaker package) </dev/null >/dev/null || die "The build failed." "构建失败。"
    progress_ends done 完成
  fi
  "$JAVA" -cp "$jar" firstline.speaker.proof.Verify "$@"
}
