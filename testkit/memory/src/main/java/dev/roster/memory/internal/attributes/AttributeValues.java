package dev.roster.memory.internal.attributes;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Copies, reads and changes nested values. What it returns cannot be modified. */
public final class AttributeValues {

  private AttributeValues() {}

  public static List<String> names(String path) {
    return Arrays.asList(path.split("\\.", -1));
  }

  public static Map<String, Object> copyOfMap(String path, Map<?, ?> values) {
    Map<String, Object> copy = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          String inner = inside(path, Objects.requireNonNull(name, "a name must not be null"));
          copy.put(name.toString(), copyOf(inner, value));
        });
    return Collections.unmodifiableMap(copy);
  }

  public static Object copyOf(String path, Object value) {
    if (value instanceof String || value instanceof Boolean || value instanceof Double) {
      return value;
    }
    if (value instanceof Long || value instanceof Integer || value instanceof Short) {
      return ((Number) value).longValue();
    }
    if (value instanceof Map<?, ?> map) {
      return copyOfMap(path, map);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(each -> copyOf(path, each)).toList();
    }
    throw new IllegalArgumentException(
        "%s must be text, true or false, a number, a list or an object, but is %s"
            .formatted(path, value == null ? "null" : value.getClass().getName()));
  }

  /** All texts at a path, which may lead through lists: {@code emails.value}. */
  public static Stream<String> texts(Map<String, Object> values, String path) {
    Stream<Object> found = Stream.of(values);
    for (String name : names(path)) {
      found = found.flatMap(each -> inner(each, name));
    }
    return found.filter(String.class::isInstance).map(String.class::cast);
  }

  /** What is in an object under a name; for a list, in each of its objects. */
  private static Stream<Object> inner(Object value, String name) {
    if (value instanceof List<?> list) {
      return list.stream().flatMap(each -> inner(each, name));
    }
    return value instanceof Map<?, ?> map ? Stream.ofNullable(map.get(name)) : Stream.empty();
  }

  public static Map<String, Object> with(Map<?, ?> values, List<String> names, Object value) {
    Map<String, Object> copy = modifiable(values);
    String name = names.get(0);
    if (names.size() == 1) {
      copy.put(name, value);
    } else {
      Object inner = copy.getOrDefault(name, Map.of());
      if (!(inner instanceof Map<?, ?> map)) {
        throw new IllegalArgumentException(name + " is not an object, so nothing can be set in it");
      }
      copy.put(name, with(map, rest(names), value));
    }
    return Collections.unmodifiableMap(copy);
  }

  public static Map<String, Object> without(Map<?, ?> values, List<String> names) {
    Map<String, Object> copy = modifiable(values);
    String name = names.get(0);
    Map<String, Object> left =
        names.size() > 1 && copy.get(name) instanceof Map<?, ?> inner
            ? without(inner, rest(names))
            : Map.of();
    if (left.isEmpty()) {
      copy.remove(name);
    } else {
      copy.put(name, left);
    }
    return Collections.unmodifiableMap(copy);
  }

  private static Map<String, Object> modifiable(Map<?, ?> values) {
    Map<String, Object> copy = new LinkedHashMap<>();
    values.forEach((name, value) -> copy.put((String) name, value));
    return copy;
  }

  private static List<String> rest(List<String> names) {
    return names.subList(1, names.size());
  }

  private static String inside(String path, Object name) {
    return path.isEmpty() ? name.toString() : path + "." + name;
  }
}
