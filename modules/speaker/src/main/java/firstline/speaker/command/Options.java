package firstline.speaker.command;

import firstline.speaker.network.Machine;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** The options as typed; a wrong one is refused with a sentence in both languages. */
final class Options {
  /** An option is wrong. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;
    private final String chinese;
    private final String english;

    Wrong(String chinese, String english) {
      super(english);
      this.chinese = chinese;
      this.english = english;
    }

    void tell(Words words) {
      words.say(chinese, english);
    }
  }

  private static final Set<String> FLAGS =
      Set.of("--battery-clock", "--help", "--version", "--asleep", "--copied");
  private static final Set<String> VALUES =
      Set.of(
          "--server",
          "--serial",
          "--code",
          "--home",
          "--device",
          "--speech",
          "--speech-en",
          "--stick",
          "--cache",
          "--fleet",
          "--codes",
          "--link-loss",
          "--kills",
          "--clock-steps",
          "--full-disks",
          "--ill",
          "--past",
          "--speed",
          "--clock",
          "--make-keys");

  private final Map<String, String> values = new HashMap<>();

  Options(String... arguments) throws Wrong {
    for (int i = 0; i < arguments.length; i++) {
      var name = arguments[i].equals("-h") ? "--help" : arguments[i];
      if (FLAGS.contains(name)) {
        values.put(name, "");
      } else if (!VALUES.contains(name)) {
        throw new Wrong(
            "没有选项“" + name + "”，--help 列出全部", "there is no option " + name + "; see --help");
      } else if (i + 1 == arguments.length) {
        throw new Wrong("选项 " + name + " 后面缺少值", name + " needs a value");
      } else {
        values.put(name, arguments[++i]);
      }
    }
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String text(String name) throws Wrong {
    return optional(name)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> new Wrong("缺少选项 " + name, "the option " + name + " is missing"));
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(values.get(name));
  }

  Path path(String name) throws Wrong {
    return Path.of(text(name)).toAbsolutePath();
  }

  URI server() throws Wrong {
    var text = text("--server");
    try {
      var uri = URI.create(text.endsWith("/") ? text : text + '/');
      if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new Wrong(
        "--server 应为 http:// 或 https:// 地址：" + text, "--server is no http(s) address: " + text);
  }

  int number(String name, int otherwise, int greatest) throws Wrong {
    var text = optional(name).orElse(Integer.toString(otherwise));
    if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) <= greatest) {
      return Integer.parseInt(text);
    }
    throw new Wrong(
        name + " 应为 0 到 " + greatest + " 的整数：" + text,
        name + " is a number from 0 to " + greatest + ", not " + text);
  }

  /** A clock written as {@code REAL SHOWN SPEED}, in Unix milliseconds. */
  Machine clock(String name, LongSupplier wall) throws Wrong {
    var text = text(name).strip();
    if (!text.matches("[0-9]{1,15} [0-9]{1,15} [1-9][0-9]{0,2}")) {
      throw new Wrong(
          name + " 应为“真实毫秒 所示毫秒 倍数”：" + text, name + " is REAL SHOWN SPEED, not " + text);
    }
    var parts = text.split(" ", -1);
    return Machine.fast(
        wall, Long.parseLong(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
  }
}
