package dev.roster.memory.internal.driver;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.directory.ContactPoint;
import dev.roster.directory.ExternalId;
import dev.roster.directory.Field;
import dev.roster.directory.FieldValues;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.PersonName;
import dev.roster.directory.PostalAddress;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.memory.Attributes;
import dev.roster.memory.MemoryEntity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The fields of users and groups, and how a store in memory keeps each of them. */
final class AttributeForms {

  private static final String TYPE = "type";
  private static final String PRIMARY = "primary";

  private static final AttributeForm<PersonName> NAME =
      new AttributeForm<>(AttributeForms::stored, AttributeForms::name);

  private static final AttributeForm<List<ContactPoint>> CONTACTS =
      listOf(AttributeForms::stored, AttributeForms::contact);

  private static final AttributeForm<List<PostalAddress>> ADDRESSES =
      listOf(AttributeForms::stored, AttributeForms::address);

  static final Map<Field<User, ?>, AttributeForm<?>> USER =
      Map.of(
          UserFields.USER_NAME,
          AttributeForm.TEXT,
          UserFields.DISPLAY_NAME,
          AttributeForm.TEXT,
          UserFields.NAME,
          NAME,
          UserFields.EMAILS,
          CONTACTS,
          UserFields.PHONE_NUMBERS,
          CONTACTS,
          UserFields.ADDRESSES,
          ADDRESSES);

  static final Map<Field<Group, ?>, AttributeForm<?>> GROUP =
      Map.of(
          GroupFields.DISPLAY_NAME, AttributeForm.TEXT,
          GroupFields.DESCRIPTION, AttributeForm.TEXT);

  private AttributeForms() {}

  static User user(MemoryEntity<UserId> entity) {
    Attributes attributes = entity.attributes();
    return User.of(entity.id(), values(USER, attributes))
        .withExternalIds(externalIds(attributes))
        .withEnabled((Boolean) attributes.get("enabled").orElse(null))
        .withAudit(entity.audit());
  }

  static Group group(MemoryEntity<GroupId> entity) {
    return Group.of(entity.id(), values(GROUP, entity.attributes()))
        .withExternalIds(externalIds(entity.attributes()))
        .withAudit(entity.audit());
  }

  private static <E> FieldValues<E> values(
      Map<Field<E, ?>, AttributeForm<?>> forms, Attributes attributes) {
    FieldValues<E> values = FieldValues.none();
    for (Map.Entry<Field<E, ?>, AttributeForm<?>> each : forms.entrySet()) {
      values = with(values, each.getKey(), each.getValue(), attributes);
    }
    return values;
  }

  @SuppressWarnings("unchecked") // The maps above pair a field with the form of its type.
  private static <E, T> FieldValues<E> with(
      FieldValues<E> values, Field<E, T> field, AttributeForm<?> form, Attributes attributes) {
    return attributes
        .get(field.name())
        .map(kept -> values.with(field, ((AttributeForm<T>) form).fromStore().apply(kept)))
        .orElse(values);
  }

  private static List<ExternalId> externalIds(Attributes attributes) {
    return maps(attributes.get("externalIds").orElse(List.of())).stream()
        .map(id -> new ExternalId(text(id, "issuer"), text(id, "id")))
        .toList();
  }

  private static Object stored(PersonName name) {
    Map<String, Object> kept = new LinkedHashMap<>();
    name.parts().forEach((part, text) -> kept.put(camelCase(part), text));
    return kept;
  }

  private static PersonName name(Object kept) {
    PersonName name = PersonName.none();
    for (PersonName.Part part : PersonName.Part.values()) {
      if (map(kept).get(camelCase(part)) instanceof String text) {
        name = name.with(part, text);
      }
    }
    return name;
  }

  private static Object stored(ContactPoint contact) {
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("value", contact.value());
    contact.type().ifPresent(type -> kept.put(TYPE, type));
    kept.put(PRIMARY, contact.isPrimary());
    return kept;
  }

  private static ContactPoint contact(Map<?, ?> kept) {
    return ContactPoint.of(text(kept, "value"))
        .withType((String) kept.get(TYPE))
        .withPrimary(Boolean.TRUE.equals(kept.get(PRIMARY)));
  }

  private static Object stored(PostalAddress address) {
    Map<String, Object> kept = new LinkedHashMap<>();
    address.parts().forEach((part, text) -> kept.put(camelCase(part), text));
    kept.put(PRIMARY, address.isPrimary());
    return kept;
  }

  private static PostalAddress address(Map<?, ?> kept) {
    PostalAddress address =
        PostalAddress.none().withPrimary(Boolean.TRUE.equals(kept.get(PRIMARY)));
    for (PostalAddress.Part part : PostalAddress.Part.values()) {
      if (kept.get(camelCase(part)) instanceof String text) {
        address = address.with(part, text);
      }
    }
    return address;
  }

  private static <T> AttributeForm<List<T>> listOf(
      Function<T, Object> toStore, Function<Map<?, ?>, T> fromStore) {
    return new AttributeForm<>(
        items -> items.stream().map(toStore).toList(),
        kept -> maps(kept).stream().map(fromStore).toList());
  }

  private static List<Map<?, ?>> maps(Object kept) {
    return ((List<?>) kept).stream().<Map<?, ?>>map(AttributeForms::map).toList();
  }

  private static Map<?, ?> map(Object kept) {
    return (Map<?, ?>) kept;
  }

  private static String text(Map<?, ?> kept, String name) {
    return String.valueOf(kept.get(name));
  }

  /** The store's names are those of the parts, in its own style. */
  private static String camelCase(Enum<?> part) {
    String[] words = part.name().toLowerCase(Locale.ROOT).split("_", 2);
    return words.length == 1
        ? words[0]
        : words[0] + Character.toUpperCase(words[1].charAt(0)) + words[1].substring(1);
  }
}
