package dev.roster.huawei.internal.attributes;

import dev.roster.directory.Field;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields that other services have too, found by either spelling: every field of every row of a
 * listing is looked up.
 */
public final class SharedFields<E> {

  private final WireField<E, String> uniqueName;
  private final Map<String, WireField<E, ?>> byName = new LinkedHashMap<>();
  private final Map<Field<E, ?>, WireField<E, ?>> byField = new LinkedHashMap<>();

  SharedFields(WireField<E, String> uniqueName, List<WireField<E, ?>> others) {
    this.uniqueName = uniqueName;
    add(uniqueName);
    others.forEach(this::add);
  }

  private void add(WireField<E, ?> field) {
    byName.put(field.name(), field);
    byField.put(field.field(), field);
  }

  public WireField<E, String> uniqueName() {
    return uniqueName;
  }

  /** The service's spellings. */
  Set<String> names() {
    return byName.keySet();
  }

  Set<Field<E, ?>> fields() {
    return new LinkedHashSet<>(byField.keySet());
  }

  Optional<WireField<E, ?>> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  Optional<WireField<E, ?>> of(Field<E, ?> field) {
    return Optional.ofNullable(byField.get(field));
  }
}
