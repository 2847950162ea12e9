package firstline.testkit.lint;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the bundles of both languages and asks whether each key that pages and code name has words
 * in both, with the same placeholders.
 */
public final class WordLint {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");
  private static final Pattern REFUSAL = Pattern.compile("new Refusal\\(\\s*\"([^\"]+)\"\\s*[,)]");
  private static final Pattern WORDS =
      Pattern.compile("\\b(?:words|t)\\s*\\.(get|of)\\(\\s*\"([^\"]+)\"\\s*([,)])");
  private static final Pattern DONE = Pattern.compile("\\bscreen\\s*\\.done\\(\\s*\"([^\"]+)\"");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");

  /** Prefixes that the kernel puts before codes which it is given. */
  private static final Set<String> COMPOSED =
      Set.of("refusal.", "field.", "invalid.", "right.", "nav.", "todo.", "banner.", "indicator.");

  private record Phrase(Path file, int line, String value) {}

  private final Map<String, Phrase> chinese = new TreeMap<>();
  private final Map<String, Phrase> english = new TreeMap<>();
  private final Set<String> literals = new HashSet<>();
  private final Map<String, Path> codeKeys = new TreeMap<>();
  private final Set<String> formattedInCode = new TreeSet<>();
  private final List<Finding> findings = new ArrayList<>();

  /** Reads the bundles below {@code src/main/resources} of a module. */
  public WordLint bundles(Path resources) throws IOException {
    if (Files.isDirectory(resources)) {
      try (var files = Files.walk(resources)) {
        for (var file : files.sorted().toList()) {
          if (file.endsWith("words_zh.properties")) {
            bundle(file, Files.readString(file), true);
          } else if (file.endsWith("words_en.properties")) {
            bundle(file, Files.readString(file), false);
          }
        }
      }
    }
    return this;
  }

  /** Reads one bundle. */
  public WordLint bundle(Path file, String text, boolean inChinese) throws IOException {
    var here = inChinese ? chinese : english;
    new Properties() {
      private static final long serialVersionUID = 1L;

      @Override
      public synchronized Object put(Object name, Object value) {
        var key = name.toString();
        var line = line(text, key);
        if (here.put(key, new Phrase(file, line, value.toString())) != null) {
          error("twice", file, line, key + " stands twice");
        }
        return value;
      }
    }.load(new StringReader(text));
    return this;
  }

  /** Reads the keys that the sources below the folder name. */
  public WordLint sources(Path root) throws IOException {
    if (Files.isDirectory(root)) {
      try (var files = Files.walk(root)) {
        for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          source(file, Files.readString(file));
        }
      }
    }
    return this;
  }

  /** Reads one source. */
  public WordLint source(Path file, String text) {
    REFUSAL.matcher(text).results().forEach(m -> codeKeys.put("refusal." + m.group(1), file));
    DONE.matcher(text).results().forEach(m -> codeKeys.put(m.group(1), file));
    WORDS
        .matcher(text)
        .results()
        .forEach(
            match -> {
              codeKeys.put(match.group(2), file);
              if (match.group(1).equals("of")) {
                formattedInCode.add(match.group(2));
              }
            });
    LITERAL.matcher(text).results().forEach(match -> literals.add(match.group(1)));
    return this;
  }

  /** What is wrong with the words that the pages and the sources ask for. */
  public List<Finding> check(PageLint pages) {
    var asked = pages.asked();
    var all = new TreeSet<>(chinese.keySet());
    all.addAll(english.keySet());
    asked.keys().forEach(key -> require(key, Path.of("pages")));
    asked.formatted().forEach(key -> require(key, Path.of("pages")));
    codeKeys.forEach(this::require);
    asked.prefixes().stream()
        .filter(prefix -> !COMPOSED.contains(prefix))
        .filter(prefix -> all.stream().noneMatch(key -> key.startsWith(prefix)))
        .forEach(prefix -> error("missing key", Path.of("pages"), 0, prefix + "… names no words"));
    for (var key : all) {
      var zh = chinese.get(key);
      var en = english.get(key);
      if (zh == null || en == null) {
        var only = zh == null ? en : zh;
        if (only != null) {
          error("one language", only.file(), only.line(), key + " has words in one language");
        }
        continue;
      }
      if (!placeholders(zh.value()).equals(placeholders(en.value()))) {
        error("placeholders", en.file(), en.line(), key + " takes other placeholders in Chinese");
      }
      pattern(key, zh, asked);
      pattern(key, en, asked);
      if (!used(key, asked)) {
        findings.add(new Finding("unused", zh.file(), zh.line(), key + " is used nowhere", true));
      }
    }
    return List.copyOf(findings);
  }

  private void require(String key, Path where) {
    if (!chinese.containsKey(key) || !english.containsKey(key)) {
      error("missing key", where, 0, key + " has no words in both languages");
    }
  }

  private void pattern(String key, Phrase entry, WordKeys asked) {
    if (entry.value().isBlank()) {
      error("empty", entry.file(), entry.line(), key + " is empty");
    }
    var formatted =
        asked.formatted().contains(key)
            || formattedInCode.contains(key)
            || key.startsWith("refusal.")
            || key.startsWith("invalid");
    var plain = asked.keys().contains(key) && !formatted;
    if (formatted || !placeholders(entry.value()).isEmpty()) {
      if (entry.value().replace("''", "").contains("'")) {
        error("apostrophe", entry.file(), entry.line(), key + " needs '' for an apostrophe");
      }
      try {
        new MessageFormat(entry.value(), Locale.ROOT);
      } catch (IllegalArgumentException e) {
        error("pattern", entry.file(), entry.line(), key + ": " + e.getMessage());
      }
    }
    if (plain && entry.value().contains("''")) {
      error("apostrophe", entry.file(), entry.line(), key + " shows '' as it stands");
    }
    if (plain && !placeholders(entry.value()).isEmpty()) {
      error("placeholders", entry.file(), entry.line(), key + " is shown without its arguments");
    }
  }

  private boolean used(String key, WordKeys asked) {
    return asked.keys().contains(key)
        || asked.formatted().contains(key)
        || codeKeys.containsKey(key)
        || literals.contains(key)
        || COMPOSED.stream().anyMatch(key::startsWith)
        || asked.prefixes().stream().anyMatch(key::startsWith)
        || literals.stream()
            .anyMatch(
                literal ->
                    literal.length() > 1 && literal.endsWith(".") && key.startsWith(literal));
  }

  private static Set<String> placeholders(String value) {
    return PLACEHOLDER
        .matcher(value)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void error(String rule, Path file, int line, String text) {
    findings.add(Finding.error(rule, file, line, text));
  }

  private static int line(String text, String key) {
    var lines = text.lines().toList();
    for (var i = 0; i < lines.size(); i++) {
      if (lines.get(i).matches("\\s*" + Pattern.quote(key) + "\\s*[=:].*")) {
        return i + 1;
      }
    }
    return 0;
  }
}
