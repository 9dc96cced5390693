package dev.roster.aws.internal.attributes;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;

/**
 * An object of the SDK by the names of the service's model: a user is one class in a listing and
 * another where it is described.
 */
public final class ModelObject {

  private final Map<String, Object> members = new LinkedHashMap<>();

  public ModelObject(SdkPojo object) {
    for (SdkField<?> field : object.sdkFields()) {
      Object value = field.getValueOrDefault(object);
      if (isThere(value)) {
        members.put(field.memberName(), value);
      }
    }
  }

  private static ModelObject of(Object object) {
    return new ModelObject((SdkPojo) object);
  }

  /** The SDK has empty lists and maps for what a response does not have. */
  private static boolean isThere(@Nullable Object value) {
    return value != null
        && !(value instanceof Collection<?> items && items.isEmpty())
        && !(value instanceof Map<?, ?> map && map.isEmpty());
  }

  /** {@return a text; null where there is none} */
  public @Nullable String text(String member) {
    return members.get(member) instanceof String text ? text : null;
  }

  /** {@return a time; null where there is none} */
  public @Nullable Instant time(String member) {
    return members.get(member) instanceof Instant time ? time : null;
  }

  /** {@return the objects of a list; none where there is no list} */
  public List<ModelObject> objects(String member) {
    return members.get(member) instanceof List<?> items
        ? items.stream().filter(SdkPojo.class::isInstance).map(ModelObject::of).toList()
        : List.of();
  }

  /** {@return those of some members that have a value} */
  public Map<String, Document> documents(Set<String> wanted) {
    Map<String, Document> documents = new LinkedHashMap<>();
    members.forEach(
        (name, value) -> {
          if (wanted.contains(name)) {
            documents.put(name, document(value));
          }
        });
    return documents;
  }

  private Document document() {
    return Document.fromMap(documents(members.keySet()));
  }

  private static Document document(Object value) {
    if (value instanceof SdkPojo object) {
      return new ModelObject(object).document();
    }
    if (value instanceof List<?> items) {
      return Document.fromList(
          items.stream().filter(Objects::nonNull).map(ModelObject::document).toList());
    }
    return value instanceof Map<?, ?> map ? object(map) : scalar(value);
  }

  private static Document object(Map<?, ?> map) {
    Map<String, Document> members = new LinkedHashMap<>();
    map.forEach((name, value) -> members.put(String.valueOf(name), document(value)));
    return Document.fromMap(members);
  }

  private static Document scalar(Object value) {
    if (value instanceof Document document) {
      return document;
    }
    return value instanceof Boolean flag
        ? Document.fromBoolean(flag)
        : Document.fromString(String.valueOf(value));
  }
}
