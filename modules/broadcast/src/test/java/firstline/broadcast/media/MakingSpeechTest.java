package firstline.broadcast.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.reading.Lexicon;
import firstline.persistence.job.Progress;
import firstline.persistence.requirement.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts through the real espeak-ng and ffmpeg. */
class MakingSpeechTest {
  @TempDir private Path folder;

  private static Voices with(Map<String, String> lexicon) {
    return new Voices(
        new Lexicon() {
          @Override
          public Map<String, String> mine() {
            return lexicon;
          }

          @Override
          public Map<String, String> in(String area) {
            return Map.of("柏溪", "bo2 xi1");
          }
        });
  }

  private Path spoken(String text, String language, Map<String, String> lexicon)
      throws IOException {
    var wav = folder.resolve(language + lexicon.size() + ".wav");
    with(lexicon).speak(text, language, wav, folder);
    return wav;
  }

  @Test
  @Requirement({"R38.2", "R38.7"})
  void aTextBecomesASoundOfTheSameLoudnessAsAll() throws IOException {
    assertEquals(java.util.List.of(), with(Map.of()).missing("zh"));
    var wav = spoken("各位乡亲：近期天干物燥，请不要在林区用火。", "zh", Map.of());
    var made =
        new Studio("ffmpeg", "ffprobe", Studio.LONGEST)
            .prepare(wav, "speech", folder, Progress.unseen());
    assertTrue(made.length() > 3_000 && made.length() < 12_000, made.toString());
    assertEquals(-16, SampleSounds.measured(made.mp3()).loudness(), 1);
    assertTrue(SampleSounds.measured(made.mp3()).peak() <= -1.5);
  }

  @Test
  @Requirement("R38.7")
  void aWordOfTheLexiconSoundsOtherwise() throws IOException {
    var plain = Files.readAllBytes(spoken("柏溪", "zh", Map.of()));
    var told = Files.readAllBytes(spoken("柏溪", "zh", Map.of("柏溪", "bo2 xi1")));
    assertFalse(Arrays.equals(plain, told));
  }

  @Test
  @Requirement("R38.7")
  void englishIsReadAsEnglish() throws IOException {
    assertTrue(Files.size(spoken("Fire is banned in the woods.", "en", Map.of())) > 20_000);
  }

  @Test
  @Requirement({"R38.7", "R55.1"})
  void anEmergencyIsReadWithTheWordsOfItsArea() throws IOException {
    var told = Files.readAllBytes(spoken("柏溪", "zh", Map.of("柏溪", "bo2 xi1")));
    var wav = folder.resolve("ordered.wav");
    with(Map.of()).speakIn("511500000000", "柏溪", "zh", wav, folder);
    assertTrue(Arrays.equals(told, Files.readAllBytes(wav)));
  }
}
