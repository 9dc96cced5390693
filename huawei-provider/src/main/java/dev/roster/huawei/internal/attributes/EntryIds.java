package dev.roster.huawei.internal.attributes;

import dev.roster.IdentityStoreId;
import dev.roster.directory.CreatedEntry;
import dev.roster.directory.OneTimePassword;
import dev.roster.huawei.internal.json.InvalidResponseException;
import dev.roster.huawei.internal.json.JsonResponse;
import dev.roster.huawei.internal.json.RequiredValue;
import java.io.InputStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** The response to a create or a look-up: which store, which entry, and a new user's password. */
public final class EntryIds implements JsonResponse.Fields {

  private final String idField;
  private @Nullable String storeId;
  private @Nullable String id;
  private @Nullable String password;

  private EntryIds(String idField) {
    this.idField = idField;
  }

  public static EntryIds read(InputStream body, String idField, IdentityStoreId store)
      throws InvalidResponseException {
    EntryIds ids = new EntryIds(idField);
    JsonResponse.readWithoutDoubles(body, ids);
    RequiredValue.same("store", store.value(), ids.storeId);
    return ids;
  }

  @Override
  public void field(String name, JsonParser value) throws InvalidResponseException {
    if (name.equals(idField)) {
      id = JsonResponse.text(value, name);
    } else if (name.equals("identity_store_id")) {
      storeId = JsonResponse.text(value, name);
    } else if (name.equals("password")) {
      password = JsonResponse.text(value, name);
    }
  }

  public <I> I id(Function<String, I> of) throws InvalidResponseException {
    return of.apply(RequiredValue.of(id, idField));
  }

  public <I> CreatedEntry<I> created(Function<String, I> of) throws InvalidResponseException {
    CreatedEntry<I> created = CreatedEntry.of(id(of));
    return password == null || password.isEmpty()
        ? created
        : created.withOneTimePassword(OneTimePassword.of(password));
  }
}
