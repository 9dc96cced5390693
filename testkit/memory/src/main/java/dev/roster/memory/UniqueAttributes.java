package dev.roster.memory;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which attributes of a kind of thing are unique, beside its external identifiers. */
record UniqueAttributes(List<String> paths) {

  static final UniqueAttributes OF_USERS =
      new UniqueAttributes(List.of("userName", "emails.value"));
  static final UniqueAttributes OF_GROUPS = new UniqueAttributes(List.of("displayName"));

  Set<UniqueKey> keys(Attributes attributes) {
    Set<UniqueKey> keys = new LinkedHashSet<>();
    for (String path : paths) {
      attributes.texts(path).forEach(value -> keys.add(UniqueKey.of(path, value)));
    }
    if (attributes.get(UniqueKey.EXTERNAL_IDS).orElse(List.of()) instanceof List<?> externalIds) {
      externalIds.forEach(each -> addExternalId(keys, each));
    }
    return keys;
  }

  private static void addExternalId(Set<UniqueKey> keys, Object externalId) {
    if (externalId instanceof Map<?, ?> fields
        && fields.get("issuer") instanceof String issuer
        && fields.get("id") instanceof String id) {
      keys.add(UniqueKey.externalId(issuer, id));
    }
  }
}
