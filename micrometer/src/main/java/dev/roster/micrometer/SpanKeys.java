package dev.roster.micrometer;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import java.util.List;

/** The keys of a span, which leaves out what has no value. */
final class SpanKeys {

  private SpanKeys() {}

  static KeyValues of(KeyValues all) {
    List<KeyValue> known = all.stream().filter(SpanKeys::hasValue).toList();
    return KeyValues.of(known);
  }

  private static boolean hasValue(KeyValue key) {
    return !key.getValue().equals(KeyValue.NONE_VALUE);
  }
}
