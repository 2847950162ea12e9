package firstline.speaker.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of an object by name and type; each refusal names the member. */
public final class Fields {
  private final Map<?, ?> members;
  private final String path;

  public Fields(Map<?, ?> members) {
    this(members, "");
  }

  private Fields(Map<?, ?> members, String path) {
    this.members = members;
    this.path = path;
  }

  public String text(String name) throws Malformed {
    if (members.get(name) instanceof String text) {
      return text;
    }
    throw wrong(name);
  }

  /** The text, or another when the member is absent. */
  public String text(String name, String otherwise) throws Malformed {
    return members.containsKey(name) ? text(name) : otherwise;
  }

  /** An id: 1 to 64 characters. */
  public String id(String name) throws Malformed {
    var text = text(name);
    if (text.isEmpty() || text.length() > 64) {
      throw wrong(name);
    }
    return text;
  }

  /** An integer from 0 to 2^53. */
  public long number(String name) throws Malformed {
    if (members.get(name) instanceof Number number
        && !(number instanceof Double)
        && number.longValue() >= 0
        && number.longValue() < 1L << 53) {
      return number.longValue();
    }
    throw wrong(name);
  }

  /** The integer, or another when the member is absent. */
  public long number(String name, long otherwise) throws Malformed {
    return members.containsKey(name) ? number(name) : otherwise;
  }

  /** One of an enumeration's names. */
  public <E extends Enum<E>> E oneOf(String name, Class<E> type) throws Malformed {
    var text = text(name);
    for (var constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    throw wrong(name);
  }

  /** The objects of a list; an absent member is an empty list. */
  public List<Fields> objects(String name) throws Malformed {
    var objects = new ArrayList<Fields>();
    for (var element : list(name)) {
      if (!(element instanceof Map<?, ?> object)) {
        throw wrong(name);
      }
      objects.add(new Fields(object, path + name + '[' + objects.size() + "]."));
    }
    return objects;
  }

  /** The texts of a list; an absent member is an empty list. */
  public List<String> texts(String name) throws Malformed {
    var texts = new ArrayList<String>();
    for (var element : list(name)) {
      if (!(element instanceof String text)) {
        throw wrong(name);
      }
      texts.add(text);
    }
    return texts;
  }

  private List<?> list(String name) throws Malformed {
    @Nullable Object value = members.get(name);
    if (value == null && !members.containsKey(name)) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw wrong(name);
  }

  /** A refusal of that member. */
  public Malformed wrong(String name) {
    return new Malformed(path + name);
  }
}
