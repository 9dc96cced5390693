package dev.roster.micrometer;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the keys of meters in the order in which handlers want them, where Micrometer's own context
 * keeps a map and sorts it for each handler. Thread-safe as that is: an application can add a key
 * on another thread.
 */
abstract class SortedContext extends Observation.Context {

  private final AtomicReference<KeyValues> keys = new AtomicReference<>(KeyValues.empty());

  @Override
  public Observation.Context addLowCardinalityKeyValue(KeyValue keyValue) {
    return addLowCardinalityKeyValues(KeyValues.of(keyValue));
  }

  @Override
  public Observation.Context addLowCardinalityKeyValues(KeyValues keyValues) {
    keys.accumulateAndGet(keyValues, (before, added) -> before.and(added));
    return this;
  }

  @Override
  public Observation.Context removeLowCardinalityKeyValue(String keyName) {
    keys.updateAndGet(before -> without(before, key -> key.getKey().equals(keyName)));
    return this;
  }

  @Override
  public Observation.Context removeLowCardinalityKeyValues(String... keyNames) {
    for (String keyName : keyNames) {
      removeLowCardinalityKeyValue(keyName);
    }
    return this;
  }

  @Override
  public KeyValues getLowCardinalityKeyValues() {
    return Objects.requireNonNull(keys.get(), "there are always keys");
  }

  @Override
  public @Nullable KeyValue getLowCardinalityKeyValue(String keyName) {
    for (KeyValue key : getLowCardinalityKeyValues()) {
      if (key.getKey().equals(keyName)) {
        return key;
      }
    }
    return null;
  }

  private static KeyValues without(KeyValues keys, Predicate<KeyValue> left) {
    List<KeyValue> kept = new ArrayList<>();
    for (KeyValue key : keys) {
      if (!left.test(key)) {
        kept.add(key);
      }
    }
    return KeyValues.of(kept);
  }

  /** What a span has; a key without a value, which only a meter needs, is left out. */
  @Override
  public KeyValues getAllKeyValues() {
    return without(super.getAllKeyValues(), key -> key.getValue().equals(KeyValue.NONE_VALUE));
  }
}
