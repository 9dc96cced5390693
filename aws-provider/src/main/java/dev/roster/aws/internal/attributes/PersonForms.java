package dev.roster.aws.internal.attributes;

import dev.roster.directory.ContactPoint;
import dev.roster.directory.PersonName;
import dev.roster.directory.PostalAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.document.Document;

/** Names, contact points and addresses of people, as the service has them. */
final class PersonForms {

  private static final String VALUE = "Value";
  private static final String TYPE = "Type";
  private static final String PRIMARY = "Primary";

  private PersonForms() {}

  static FieldForm<PersonName> name(String member) {
    return new FieldForm<>(member, PersonForms::modelled, PersonForms::name);
  }

  static FieldForm<List<ContactPoint>> contacts(String member) {
    return listOf(member, PersonForms::modelled, PersonForms::contact);
  }

  static FieldForm<List<PostalAddress>> addresses(String member) {
    return listOf(member, PersonForms::modelled, PersonForms::address);
  }

  private static Document modelled(PersonName name) {
    return Document.fromMap(texts(name.parts()));
  }

  private static PersonName name(Document model) {
    PersonName name = PersonName.none();
    for (PersonName.Part part : PersonName.Part.values()) {
      String text = text(model, member(part));
      name = text == null ? name : name.with(part, text);
    }
    return name;
  }

  private static Document modelled(ContactPoint contact) {
    Map<String, Document> model = new LinkedHashMap<>();
    model.put(VALUE, Document.fromString(contact.value()));
    contact.type().ifPresent(type -> model.put(TYPE, Document.fromString(type)));
    model.put(PRIMARY, Document.fromBoolean(contact.isPrimary()));
    return Document.fromMap(model);
  }

  /** Null for one without a value, which says nothing. */
  private static @Nullable ContactPoint contact(Document model) {
    String value = text(model, VALUE);
    return value == null
        ? null
        : ContactPoint.of(value).withType(text(model, TYPE)).withPrimary(isPrimary(model));
  }

  private static Document modelled(PostalAddress address) {
    Map<String, Document> model = texts(address.parts());
    model.put(PRIMARY, Document.fromBoolean(address.isPrimary()));
    return Document.fromMap(model);
  }

  private static PostalAddress address(Document model) {
    PostalAddress address = PostalAddress.none().withPrimary(isPrimary(model));
    for (PostalAddress.Part part : PostalAddress.Part.values()) {
      String text = text(model, member(part));
      address = text == null ? address : address.with(part, text);
    }
    return address;
  }

  private static <T> FieldForm<List<T>> listOf(
      String member, Function<T, Document> toModel, Function<Document, @Nullable T> fromModel) {
    return new FieldForm<>(
        member,
        items -> Document.fromList(items.stream().map(toModel).toList()),
        model ->
            model.asList().stream()
                .<T>flatMap(each -> Stream.ofNullable(fromModel.apply(each)))
                .toList());
  }

  private static Map<String, Document> texts(Map<? extends Enum<?>, String> parts) {
    return parts.entrySet().stream()
        .collect(
            Collectors.toMap(
                part -> member(part.getKey()),
                part -> Document.fromString(part.getValue()),
                (one, other) -> other,
                LinkedHashMap::new));
  }

  private static @Nullable String text(Document model, String member) {
    Document value = model.asMap().get(member);
    return value != null && value.isString() ? value.asString() : null;
  }

  private static boolean isPrimary(Document model) {
    return Objects.equals(model.asMap().get(PRIMARY), Document.fromBoolean(true));
  }

  /** The service's names are those of the parts, in its own style. */
  private static String member(Enum<?> part) {
    return Stream.of(part.name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
