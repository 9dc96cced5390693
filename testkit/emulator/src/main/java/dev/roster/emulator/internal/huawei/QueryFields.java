package dev.roster.emulator.internal.huawei;

import dev.roster.emulator.internal.wire.Percent;
import dev.roster.spi.InvalidInputException;
import dev.roster.spi.TextRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the fields of a query by their documented rules. */
final class QueryFields {

  private final Map<String, String> values = new LinkedHashMap<>();

  QueryFields(String raw) {
    for (String each : raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
      int equals = each.indexOf('=');
      String name = equals < 0 ? each : each.substring(0, equals);
      String value = equals < 0 ? "" : each.substring(equals + 1);
      values.put(Percent.decodeQuery(name), Percent.decodeQuery(value));
    }
  }

  String text(String name, int minLength, int maxLength) {
    return optionalText(name, minLength, maxLength)
        .orElseThrow(() -> new InvalidInputException(name + " is required"));
  }

  Optional<String> optionalText(String name, int minLength, int maxLength) {
    Optional<String> value = Optional.ofNullable(values.get(name));
    value.ifPresent(TextRule.length(name, minLength, maxLength)::check);
    return value;
  }

  int integer(String name, int min, int max, int fallback) {
    try {
      String value = values.getOrDefault(name, Integer.toString(fallback));
      return inRange(name, Integer.parseInt(value), min, max);
    } catch (NumberFormatException malformed) {
      throw new InvalidInputException(name + " must be a whole number");
    }
  }

  private static int inRange(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new InvalidInputException(
          "%s must be %d to %d, but is %d".formatted(name, min, max, value));
    }
    return value;
  }
}
