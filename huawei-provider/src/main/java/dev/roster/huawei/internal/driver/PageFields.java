package dev.roster.huawei.internal.driver;

import dev.roster.huawei.internal.json.InvalidResponseException;
import dev.roster.huawei.internal.json.JsonResponse;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** A page of a listing, whose rows collect their fields themselves. */
final class PageFields<R extends JsonResponse.Fields> implements JsonResponse.Fields {

  private static final int ROWS = 1;
  private static final int INFO = 2;
  private static final int MARKER = 4;

  private final String listName;
  private final Supplier<R> emptyRow;
  private int seen;
  private @Nullable List<R> rows;
  private @Nullable String nextMarker;

  PageFields(String listName, Supplier<R> emptyRow) {
    this.listName = listName;
    this.emptyRow = emptyRow;
  }

  @Override
  public void field(String name, JsonParser value) throws InvalidResponseException {
    if (name.equals(listName)) {
      seen = JsonResponse.once(seen, ROWS, name);
      rows = JsonResponse.readArray(value, name, this::row);
    } else if (name.equals("page_info")) {
      seen = JsonResponse.once(seen, INFO, name);
      JsonResponse.readObject(value, name, this::pageField);
    }
  }

  private R row(JsonParser value) throws InvalidResponseException {
    R row = emptyRow.get();
    JsonResponse.readElement(value, listName, row);
    return row;
  }

  private void pageField(String name, JsonParser value) throws InvalidResponseException {
    if (name.equals("next_marker")) {
      seen = JsonResponse.once(seen, MARKER, name);
      nextMarker = JsonResponse.text(value, name);
    }
  }

  List<R> rows() throws InvalidResponseException {
    if (rows == null) {
      throw new InvalidResponseException("the response has no " + listName);
    }
    return rows;
  }

  @Nullable String nextMarker() {
    return nextMarker;
  }
}
