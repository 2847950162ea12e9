package firstline.speaker.programme;

import firstline.speaker.programme.Refused.Code;
import firstline.speaker.protocol.Json;
import firstline.speaker.protocol.Malformed;
import firstline.speaker.protocol.Programme;
import firstline.speaker.protocol.PublicKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Programmes that were found good of late. The speakers of an audience get the same bytes; where
 * many live in one process, each would check what another has just checked.
 */
public final class Known {
  /**
   * A programme and its canonical form.
   *
   * @param form of the whole object, with its signature
   */
  record Good(Programme programme, byte[] form) {}

  private final Map<String, Good> good;

  /**
   * Knows none yet.
   *
   * @param most how many are kept at once
   */
  public Known(int most) {
    good =
        Collections.synchronizedMap(
            new LinkedHashMap<>() {
              private static final long serialVersionUID = 1L;

              @Override
              protected boolean removeEldestEntry(Map.Entry<String, Good> eldest) {
                return size() > most;
              }
            });
  }

  /**
   * The programme that the bytes are.
   *
   * @throws Refused {@link Code#BAD_SIGNATURE} when the key did not sign it
   */
  Good check(PublicKey key, byte[] bytes) throws Malformed, Refused {
    var name = key.digest(bytes);
    var known = good.get(name);
    if (known != null) {
      return known;
    }
    var object = Json.read(bytes);
    if (!key.signed(object)) {
      throw new Refused(Code.BAD_SIGNATURE, "programme");
    }
    var found = new Good(Programme.of(object), Json.canonical(object));
    good.put(name, found);
    return found;
  }
}
