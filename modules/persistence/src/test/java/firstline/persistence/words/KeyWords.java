package firstline.persistence.words;

import org.jspecify.annotations.Nullable;

/** Says the keys themselves, for tests without a reader. */
public class KeyWords extends Words {
  @Override
  public String get(@Nullable Object key) {
    return String.valueOf(key);
  }

  @Override
  public String of(String key, Object argument) {
    return key + " " + argument;
  }

  @Override
  public String of(String key, Object first, Object second) {
    return key + " " + first + " " + second;
  }

  @Override
  public String number(@Nullable Number number) {
    return String.valueOf(number);
  }
}
