package dev.roster.huawei.internal.attributes;

import dev.roster.huawei.internal.json.InvalidResponseException;
import dev.roster.huawei.internal.json.JsonResponse;
import dev.roster.spi.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/**
 * Objects of texts under the names of an enum's constants, in the service's spelling.
 *
 * @param <P> the enum
 * @param <T> the value that has these parts
 */
final class NamedParts<P extends Enum<P>, T> {

  private static final TextForm PART = new TextForm(1, 1024);

  private final Map<String, P> byName;
  private final Adder<P, T> adder;

  /** A copy of a value with one part more. */
  @FunctionalInterface
  interface Adder<P, T> {
    T with(T value, P part, String text);
  }

  NamedParts(Class<P> type, Adder<P, T> adder) {
    this.byName =
        Arrays.stream(type.getEnumConstants())
            .collect(Collectors.toUnmodifiableMap(NamedParts::name, Function.identity()));
    this.adder = adder;
  }

  void check(String field, Map<P, String> parts) {
    if (parts.isEmpty()) {
      throw new InvalidInputException(field + " must have at least one part");
    }
    parts.forEach((part, text) -> PART.check(field + "." + name(part), text));
  }

  void write(JsonGenerator json, Map<P, String> parts) {
    parts.forEach((part, text) -> json.writeStringProperty(name(part), text));
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  /** The value with the part that the parser is at. */
  T with(T value, String name, JsonParser at) throws InvalidResponseException {
    P part = byName.get(name);
    @Nullable String text = JsonResponse.text(at, name);
    return part == null || text == null ? value : adder.with(value, part, text);
  }

  private static String name(Enum<?> part) {
    return part.name().toLowerCase(Locale.ROOT);
  }
}
