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
      [--clock-steps %] [--full-disks %]
        --codes FILE      每行“编号,注册码” / lines of serial,code
        --home DIR        保留终端的状态；不给则只在内存中 / keeps their state; else in memory
        --kills 等为每分钟百分比 / the last three are per cent of the speakers a minute
      """;

  private final PrintStream out;

  Words(PrintStream out) {
    this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
  }

  void say(String chinese, String english) {
    out.println(chinese + " / " + english);
  }

  void print(String line) {
    out.println(line);
  }
}
