package dev.roster.memory.internal.attributes;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which attributes of a kind of thing are unique, beside its external identifiers. */
public record UniqueAttributes(List<String> paths) {

  public static final UniqueAttributes OF_USERS =
      new UniqueAttributes(List.of("userName", "emails.value"));
  public static final UniqueAttributes OF_GROUPS = new UniqueAttributes(List.of("displayName"));

  public Set<UniqueKey> keys(Map<String, Object> attributes) {
    Set<UniqueKey> keys = new LinkedHashSet<>();
    for (String path : paths) {
      AttributeValues.texts(attributes, path).forEach(value -> keys.add(UniqueKey.of(path, value)));
    }
    if (attributes.get(UniqueKey.EXTERNAL_IDS) instanceof List<?> externalIds) {
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
