package dev.roster.emulator.internal.huawei;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.emulator.internal.state.Directory;
import dev.roster.memory.MemoryIdentityStore;
import java.util.List;
import java.util.function.Function;

/**
 * One of the two kinds of thing that have attributes.
 *
 * @param idName the field of its identifier
 * @param listName the field of a page's items
 * @param uniqueName the field by which one is found and a listing is filtered
 * @param described all fields of it, those that are sent and those that are returned
 * @param listed those of its fields that a listing has
 * @param idType what its identifier must be
 * @param directory where it is kept
 */
record EntityKind(
    String idName,
    String listName,
    String uniqueName,
    Shape.Fields described,
    Shape.Fields listed,
    Function<String, ?> idType,
    Function<MemoryIdentityStore, Directory<?>> directory) {

  static final EntityKind USER =
      new EntityKind(
          "user_id",
          "users",
          "user_name",
          Shapes.USER,
          Shapes.USER.without("email_verified"),
          UserId::new,
          Directory::users);

  static final EntityKind GROUP =
      new EntityKind(
          "group_id",
          "groups",
          "display_name",
          Shapes.GROUP,
          Shapes.GROUP,
          GroupId::new,
          Directory::groups);

  /** The body that asks for several. */
  Shape.Fields query() {
    return new Shape.Fields(List.of(ids()));
  }

  /** The neutral spelling of the identifiers in {@link #query}. */
  String queryAttribute() {
    return ids().attribute();
  }

  private Field ids() {
    return Field.required(idName + "s", Shapes.IDS);
  }

  boolean isUser() {
    return equals(USER);
  }

  /** The identifier in a request's path. */
  String id(Call call) {
    call.idInPath(idName, idType);
    return call.resourceId();
  }

  /** The neutral spelling of {@link #uniqueName}. */
  String uniqueAttribute() {
    return described.at(uniqueName).orElseThrow().attribute();
  }

  Directory<?> of(MemoryIdentityStore store) {
    return directory.apply(store);
  }
}
