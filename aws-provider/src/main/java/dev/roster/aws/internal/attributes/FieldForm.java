package dev.roster.aws.internal.attributes;

import java.util.function.Function;
import software.amazon.awssdk.core.document.Document;

/**
 * How the service has a field of the contract.
 *
 * @param member its name in the service's model
 * @param toModel the value in the service's model
 * @param fromModel the value of what the service has
 * @param <T> the type of the field
 */
record FieldForm<T>(String member, Function<T, Document> toModel, Function<Document, T> fromModel) {

  static FieldForm<String> text(String member) {
    return new FieldForm<>(member, Document::fromString, Document::asString);
  }

  @SuppressWarnings("unchecked") // A field's value is of the type of the field's form.
  Document modelled(Object value) {
    return toModel.apply((T) value);
  }
}
