package dev.roster.huawei.internal.attributes;

import dev.roster.huawei.internal.json.InvalidResponseException;
import dev.roster.huawei.internal.json.JsonResponse;
import dev.roster.spi.InvalidInputException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/**
 * A list of values.
 *
 * @param item how each of them travels
 */
record ListForm<T>(FieldForm<T> item) implements FieldForm<List<T>> {

  @Override
  public void check(String field, List<T> items) {
    if (items.isEmpty()) {
      throw new InvalidInputException(field + " must have an item; clear the field to have none");
    }
    items.forEach(each -> item.check(field, each));
  }

  @Override
  public void write(JsonGenerator json, List<T> items) {
    json.writeStartArray();
    items.forEach(each -> item.write(json, each));
    json.writeEndArray();
  }

  /** What an item without a value holds is in the JSON text alone. */
  @Override
  public Optional<List<T>> read(JsonParser value, String name, Runnable unread)
      throws InvalidResponseException {
    List<Optional<T>> items =
        JsonResponse.readArray(value, name, element -> item.read(element, name, unread));
    if (items == null) {
      return Optional.empty();
    }
    List<T> read = items.stream().flatMap(Optional::stream).toList();
    if (read.size() < items.size()) {
      unread.run();
    }
    return Optional.of(read).filter(list -> !list.isEmpty());
  }
}
