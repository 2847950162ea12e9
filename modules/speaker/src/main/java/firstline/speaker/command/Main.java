package firstline.speaker.command;

import firstline.speaker.device.CommandDevice;
import firstline.speaker.device.Device;
import firstline.speaker.device.FileDevice;
import firstline.speaker.device.JavaSoundDevice;
import firstline.speaker.device.SoundStage;
import firstline.speaker.device.Speech;
import firstline.speaker.device.Template;
import firstline.speaker.fleet.Fleet;
import firstline.speaker.fleet.FleetKeys;
import firstline.speaker.fleet.Past;
import firstline.speaker.journal.FileDisk;
import firstline.speaker.network.Conversation;
import firstline.speaker.network.Conversation.Surroundings;
import firstline.speaker.network.Fetching;
import firstline.speaker.network.Line;
import firstline.speaker.network.Machine;
import firstline.speaker.network.MediaCache;
import firstline.speaker.terminal.Terminal;
import firstline.speaker.terminal.Terminal.Identity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** {@code java -jar speaker.jar}: one speaker, or a simulated fleet. */
public final class Main {
  private static final String FIRMWARE = "firstline-speaker 1.0";

  /** aplay comes last: it knows neither volume nor offset, and WAV files alone. */
  private static final List<String> PLAYERS =
      List.of(
          "mpv --no-config --no-video --really-quiet --volume={volume} --start={offset} {file}",
          "ffplay -nodisp -autoexit -loglevel error -volume {volume} -ss {offset} {file}",
          "aplay -q {file}");

  private final Options options;
  private final Words words = new Words(System.out);
  private final Machine machine = Machine.real(Clock.systemUTC()::millis);
  private final Executor answers = Executors.newFixedThreadPool(2, daemon("http"));

  private Main(Options options) {
    this.options = options;
  }

  /** Ends with 2 when an option is wrong, with 1 when the folder cannot be used. */
  public static void main(String... arguments) throws InterruptedException {
    var errors = new Words(System.err);
    try {
      var options = new Options(arguments);
      if (arguments.length == 0 || options.has("--help")) {
        new Words(System.out).print(Words.HELP);
      } else if (options.has("--version")) {
        new Words(System.out).print(FIRMWARE);
      } else if (options.has("--fleet")) {
        new Main(options).fleet();
      } else {
        new Main(options).speaker();
      }
    } catch (Options.Wrong e) {
      e.tell(errors);
      System.exit(2);
    } catch (IOException e) {
      errors.say(
          "无法使用文件夹或设备：" + e.getMessage(), "the folder or device cannot be used: " + e.getMessage());
      System.exit(1);
    }
  }

  private HttpClient.Builder http() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(10))
        .executor(answers);
  }

  /**
   * A machine has some 28,000 ports to one address, and looks long for one of the last: each part
   * of a fleet beside its server comes from an address of its own, where Java can (since 19).
   */
  private static HttpClient.Builder from(HttpClient.Builder http, int part) {
    try {
      var own = InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) (1 + part % 250)});
      HttpClient.Builder.class.getMethod("localAddress", InetAddress.class).invoke(http, own);
    } catch (ReflectiveOperationException | UnknownHostException e) {
      // From the one address, as far as its ports reach.
    }
    return http;
  }

  private static java.util.concurrent.ThreadFactory daemon(String name) {
    return task -> {
      var thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  private void speaker() throws Options.Wrong, IOException, InterruptedException {
    var server = options.server();
    var serial = options.text("--serial");
    var home = Files.createDirectories(options.path("--home"));
    alone(home);
    var disk = new FileDisk(home.resolve("state"));
    var cache =
        new MediaCache(home.resolve("media"), (long) options.number("--cache", 512, 1 << 20) << 20);
    var speech = new Speech(home.resolve("speech"), voices());
    var stage =
        new SoundStage(
            device(),
            cache::file,
            speech,
            home.resolve("tones"),
            Executors.newSingleThreadExecutor(daemon("sound")));
    var identity = new Identity(serial, "reference", FIRMWARE, options.has("--battery-clock"));
    var terminal =
        new Terminal(
            identity, disk, stage, machine.ticks().getAsLong(), machine.wall().getAsLong());
    if (!terminal.enrolled()) {
      options.text("--code");
    }
    var http = http().build();
    var random = new SecureRandom();
    var conversation =
        new Conversation(
            terminal,
            http,
            server,
            options.optional("--code").orElse(""),
            Executors.newScheduledThreadPool(1, daemon("conversation")),
            machine,
            random,
            Line.REAL,
            new Surroundings(programme -> {}, this::trouble, cache::free));
    stage.whenDone(conversation::poke);
    stage.tune(conversation.listening());
    var station =
        new Station(
            terminal,
            conversation,
            stage,
            new Fetching(cache, http, server, random),
            speech,
            machine,
            home,
            options.has("--stick") ? options.path("--stick") : null,
            Executors.newSingleThreadExecutor(daemon("speech")));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(terminal, conversation)));
    station.start(Executors.newScheduledThreadPool(2, daemon("station")));
    words.say("终端 " + serial + " 已启动", "speaker " + serial + " is on");
    new CountDownLatch(1).await();
  }

  /** Two processes on one folder would play twice and break the journal. */
  private static void alone(Path home) throws IOException {
    var channel =
        FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      throw new IOException("another speaker uses " + home);
    }
  }

  private void stop(Terminal terminal, Conversation conversation) {
    conversation.close();
    try {
      synchronized (terminal) {
        terminal.stop(machine.ticks().getAsLong());
      }
    } catch (IOException e) {
      trouble("disk", String.valueOf(e.getMessage()));
    }
  }

  private void trouble(String code, String detail) {
    new Words(System.err).trouble(code, detail);
  }

  private Device device() throws Options.Wrong, IOException {
    var text = options.optional("--device").orElse("auto");
    if (text.startsWith("file:")) {
      return new FileDevice(
          Path.of(text.substring("file:".length())).toAbsolutePath(), machine.wall());
    }
    if (text.equals("auto")) {
      var found = Template.firstInstalled(PLAYERS);
      if (found.isPresent()) {
        return new CommandDevice(found.get());
      }
    } else if (!text.equals("java")) {
      var template = Template.of(text);
      if (!template.installed()) {
        throw new Options.Wrong(
            "找不到播放命令 " + template.arguments().get(0),
            "the command " + template.arguments().get(0) + " is not installed");
      }
      return new CommandDevice(template);
    }
    if (JavaSoundDevice.present()) {
      return new JavaSoundDevice();
    }
    throw new Options.Wrong(
        "没有可用的播放设备：请安装 mpv、ffplay 或 aplay，或用 --device 指定",
        "there is nothing to play with: install mpv, ffplay or aplay, or name a --device");
  }

  private HashMap<String, Template> voices() {
    var voices = new HashMap<>(Speech.common());
    options.optional("--speech").ifPresent(line -> voices.put("", Template.of(line)));
    options.optional("--speech-en").ifPresent(line -> voices.put("en", Template.of(line)));
    return voices;
  }

  private void fleet() throws Options.Wrong, IOException, InterruptedException {
    int size = options.number("--fleet", 0, 1_000_000);
    if (options.has("--make-keys")) {
      FleetKeys.make(size, options.path("--home"), options.path("--make-keys"));
      return;
    }
    var lines = Files.readAllLines(options.path("--codes"), StandardCharsets.UTF_8);
    var speakers = Fleet.speakers(lines);
    if (speakers.size() < size) {
      throw new Options.Wrong(
          "注册码文件只有 " + speakers.size() + " 行，少于 " + size,
          "the file of codes has " + speakers.size() + " lines, fewer than " + size);
    }
    var machine = simulated();
    var server = options.server();
    boolean near = server.getHost().startsWith("127.");
    var fleet =
        new Fleet(
            server,
            part -> (near ? from(http(), part) : http()).build(),
            speakers.subList(0, size),
            disks(),
            past(),
            machine,
            new Fleet.Faults(
                options.number("--link-loss", 0, 100),
                options.number("--kills", 0, 100),
                options.number("--clock-steps", 0, 100),
                options.number("--full-disks", 0, 100),
                options.number("--ill", 0, 100),
                options.has("--asleep")),
            Executors.newScheduledThreadPool(2, daemon("fleet")),
            words::print);
    fleet.start();
    words.say("模拟终端 " + size + " 台已启动", size + " simulated speakers are on");
    new CountDownLatch(1).await();
  }

  /** A clock that runs as fast as that of the server beside it. */
  private Machine simulated() throws Options.Wrong {
    var wall = machine.wall();
    if (options.has("--clock")) {
      return options.clock("--clock", wall);
    }
    var now = wall.getAsLong();
    int speed = Math.max(1, options.number("--speed", 1, 1_000));
    return speed == 1 ? machine : Machine.fast(wall, now, now, speed);
  }

  private Fleet.Disks disks() throws Options.Wrong {
    if (!options.has("--home")) {
      return Fleet.inMemory();
    }
    return options.has("--copied")
        ? Fleet.copied(options.path("--home"))
        : Fleet.in(options.path("--home"));
  }

  /** A past that is over was lived through before. */
  private @Nullable Past past() throws Options.Wrong, IOException {
    return options.has("--past") && Files.exists(options.path("--past"))
        ? new Past(options.path("--past"))
        : null;
  }
}
