package firstline.broadcast.media;

import firstline.broadcast.reading.Lexicon;
import firstline.broadcast.reading.Readings;
import firstline.persistence.program.Program;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads texts aloud by a command for each language: arguments between spaces, in which {@code
 * {text}} stands for a file in UTF-8 and {@code {file}} for the WAV file to be written. The Chinese
 * voice is given pinyin, in which the lexicon has had its word.
 */
@ApplicationScoped
public class Voices {
  static final String CHINESE = "espeak-ng -v cmn-latn-pinyin -s 150 -f {text} -w {file}";
  static final String ENGLISH = "espeak-ng -v en -s 150 -f {text} -w {file}";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Inject private Lexicon lexicon;

  @Inject
  @ConfigProperty(name = "firstline.broadcast.voice.zh", defaultValue = CHINESE)
  private String chinese = CHINESE;

  /** Whether the Chinese voice wants pinyin, or characters. */
  @Inject
  @ConfigProperty(name = "firstline.broadcast.voice.pinyin", defaultValue = "true")
  private boolean pinyin = true;

  @Inject
  @ConfigProperty(name = "firstline.broadcast.voice.en", defaultValue = ENGLISH)
  private String english = ENGLISH;

  @SuppressWarnings("NullAway.Init")
  protected Voices() {}

  /** For tests without a server. */
  Voices(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  private List<String> template(String language) {
    return List.of((language.equals("en") ? english : chinese).strip().split("\\s+", -1));
  }

  /** What speech in the language needs and this machine lacks. */
  List<String> missing(String language) {
    return template(language).stream().limit(1).filter(tool -> !Program.installed(tool)).toList();
  }

  /** The voice as the record names it: its command. */
  String name(String language) {
    return String.join(" ", template(language));
  }

  /**
   * Reads the text into a WAV file.
   *
   * @throws Refusal {@code media.speech} when the command makes nothing of it
   */
  @Requirement("R38.7")
  void speak(String text, String language, Path wav, Path folder) throws IOException {
    speak(text, language, lexicon::mine, wav, folder);
  }

  /** The same with the words of an area, without an officer. */
  @Requirement({"R38.7", "R55.1"})
  void speakIn(String area, String text, String language, Path wav, Path folder)
      throws IOException {
    speak(text, language, () -> lexicon.in(area), wav, folder);
  }

  private void speak(
      String text, String language, Supplier<Map<String, String>> words, Path wav, Path folder)
      throws IOException {
    var script = folder.resolve("text.txt");
    Files.writeString(
        script,
        language.equals("zh") && pinyin ? Readings.of(text, words.get()).spoken() : text,
        StandardCharsets.UTF_8);
    var command = new ArrayList<String>();
    for (var argument : template(language)) {
      command.add(argument.replace("{text}", script.toString()).replace("{file}", wav.toString()));
    }
    var ran = Program.run(command, folder, PATIENCE, line -> {});
    if (ran.code() != 0 || !Files.exists(wav) || Files.size(wav) == 0) {
      throw new Refusal("media.speech", command.get(0));
    }
  }
}
