package firstline.speaker.device;

import firstline.speaker.protocol.Programme.Item;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Text to WAV by a command, once for each text. */
public final class Speech {
  private static final int LONGEST_SECONDS = 60;

  private final Path folder;
  private final Map<String, Template> voices;

  /**
   * Speech that keeps its files in the folder.
   *
   * @param voices language to a template with {@code {text}} (a file in UTF-8) and {@code {file}};
   *     the language {@code ""} stands for every other one
   */
  public Speech(Path folder, Map<String, Template> voices) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.voices = Map.copyOf(voices);
  }

  /** espeak-ng, whose Mandarin is right only from pinyin in Debian's build. */
  public static Map<String, Template> common() {
    return Map.of(
        "", Template.of("espeak-ng -v cmn-latn-pinyin -f {text} -w {file}"),
        "en", Template.of("espeak-ng -v en -f {text} -w {file}"));
  }

  /** What was made of the text, when it is there. */
  public Optional<Path> spoken(String text, String language) {
    var file = file(text, language);
    return Files.exists(file) ? Optional.of(file) : Optional.empty();
  }

  /**
   * Makes it.
   *
   * @throws IOException when the command is not there, fails, or takes more than a minute
   */
  public void speak(String text, String language) throws IOException, InterruptedException {
    var voice = voices.get(voices.containsKey(language) ? language : "");
    if (voice == null) {
      throw new IOException("no voice for " + language);
    }
    var file = file(text, language);
    var draft = file.resolveSibling(file.getFileName() + ".new.wav");
    var script = file.resolveSibling(file.getFileName() + ".txt");
    Files.writeString(script, text, StandardCharsets.UTF_8);
    try {
      run(voice.filled(Map.of("text", script.toString(), "file", draft.toString())));
      if (Wave.length(draft) == 0) {
        throw new IOException(voice.arguments().get(0) + " made no sound");
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(script);
      Files.deleteIfExists(draft);
    }
  }

  /** Deletes what was made of other texts than these. */
  public void keep(Collection<Item> items) throws IOException {
    var names =
        items.stream()
            .map(item -> file(item.text(), item.language()).getFileName().toString())
            .collect(Collectors.toSet());
    List<Path> files;
    try (var all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(".wav")).toList();
    }
    for (var file : files) {
      var name = file.getFileName().toString().replace(".new.wav", "");
      if (!names.contains(name)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(Template.nothing()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(command.get(0) + " failed");
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private Path file(String text, String language) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update((language + '\n' + text).getBytes(StandardCharsets.UTF_8));
      return folder.resolve(HexFormat.of().formatHex(digest.digest()) + ".wav");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
