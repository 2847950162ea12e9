package firstline.speaker.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the command line says, Chinese first. */
final class Words {
  static final String HELP =
      """
      第一线 大喇叭终端 / Firstline speaker

      java -jar speaker.jar --server URL --serial 编号 --code 一次性注册码 --home 文件夹
        --server URL      服务器地址 / the server's address
        --serial S        终端编号 / the speaker's serial
        --code CODE       一次性注册码，注册后可省略 / the one-time code; not needed once enrolled
        --home DIR        存放密钥、节目单、日志和音频 / keeps key, programme, journal and sounds
        --device D        auto（默认 / default）| java | file:PATH | 命令 / a command
                          命令可含 / with {file} {volume} {offset}，例如 / e.g. "aplay -q {file}"
        --speech T        文字转语音命令 / text to speech, {text} {file}
                          默认 / default: espeak-ng -v cmn-latn-pinyin -f {text} -w {file}
        --speech-en T     英文 / for English; 默认 / default: espeak-ng -v en -f {text} -w {file}
        --stick DIR       U 盘文件夹：programme.json 与 m/<sha256> / a memory stick with both
        --cache MB        音频缓存上限，默认 512 / the most that unneeded sounds may take
        --battery-clock   本机时钟有电池 / this machine's clock runs on a battery

      在文件夹里放一个名为 muted 的空文件即静音，应急广播除外。
      An empty file named muted in the folder mutes all but emergencies.

      模拟 / simulation: --fleet N --codes FILE [--home DIR] [--link-loss %] [--kills %] \
      [--clock-steps %] [--full-disks %] [--ill %] [--past FILE] \
      [--speed N]
        --codes FILE      每行“编号,注册码” / lines of serial,code
        --home DIR        保留终端的状态；不给则只在内存中 / keeps their state; else in memory
        --kills、--clock-steps、--full-disks 为每分钟百分比 / per cent of the speakers a minute
        --ill             长期有故障的比例 / per cent that are off, muted, of a wrong clock or a full disk for good
        --past FILE       先按这些已签名的节目单补播过去 / first lives through these signed programmes
        --copied          只读 --home，不写回 / reads --home and writes nothing there
        --speed N         时间快 N 倍，服务器须同样快 / time runs N times as fast, as the server's must
        --clock "R S N"   同上，并与服务器的时钟一致 / the same, and at R the clock shows S
        --asleep          唤醒不通，只靠轮询 / no wake-up comes through
        --make-keys FILE  只生成密钥与“编号,公钥”表 / only makes keys and a file of serial,publicKey
      """;

  private final PrintStream out;

  Words(PrintStream out) {
    this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
  }

  void say(String chinese, String english) {
    out.println(chinese + " / " + english);
  }

  /** What goes wrong while it runs: where, and what to do. */
  void trouble(String code, String detail) {
    switch (code) {
      case "enrol.0" ->
          say(
              "连不上服务器，请检查网络和 --server，稍后自动重试",
              "the server cannot be reached; look at the line and --server; it is tried again");
      case "enrol.404" ->
          say(
              "注册码不存在、已用过或已过期，请向管理员要新码",
              "the code is unknown, spent or too old; ask an officer for a new one");
      case "enrol.409" ->
          say(
              "该编号已由另一台终端注册，请管理员先注销旧终端",
              "the serial has another key; an officer must remove the old speaker first");
      case "enrol.422" ->
          say("服务器不接受注册信息：" + detail, "the server does not take what was sent: " + detail);
      case "enrol.200", "enrol.201" ->
          say(
              "服务器的答复签名或编号不对，未予采用",
              "the server's answer has a wrong signature or serial and was not taken");
      case "disk" ->
          say(
              "磁盘写入失败，暂停播音，请清理磁盘：" + detail,
              "the disk cannot be written and nothing sounds; make room: " + detail);
      default -> say("出错（" + code + "）：" + detail, "trouble (" + code + "): " + detail);
    }
  }

  void print(String line) {
    out.println(line);
  }
}
