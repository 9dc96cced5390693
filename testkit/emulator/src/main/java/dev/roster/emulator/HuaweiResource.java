package dev.roster.emulator;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.memory.MemoryIdentityStore;
import java.util.function.Function;

/**
 * One of the two kinds of thing that have attributes.
 *
 * @param idName the field of its identifier
 * @param listName the field of a page's items
 * @param uniqueName the field by which one is found and a listing is filtered
 * @param described all fields of it, those that are sent and those that are answered
 * @param listed those of its fields that a listing has
 * @param idType what its identifier must be
 * @param directory where it is kept
 */
record HuaweiResource(
    String idName,
    String listName,
    String uniqueName,
    HuaweiShape.Fields described,
    HuaweiShape.Fields listed,
    Function<String, ?> idType,
    Function<MemoryIdentityStore, Directory> directory) {

  static final HuaweiResource USER =
      new HuaweiResource(
          "user_id",
          "users",
          "user_name",
          HuaweiShapes.USER,
          HuaweiShapes.USER.without("email_verified"),
          UserId::new,
          Directory::users);

  static final HuaweiResource GROUP =
      new HuaweiResource(
          "group_id",
          "groups",
          "display_name",
          HuaweiShapes.GROUP,
          HuaweiShapes.GROUP,
          GroupId::new,
          Directory::groups);

  boolean isUser() {
    return equals(USER);
  }

  /** The identifier in a request's path. */
  String id(HuaweiCall call) {
    call.idInPath(idName, idType);
    return call.resourceId();
  }

  /** The neutral spelling of {@link #uniqueName}. */
  String uniqueAttribute() {
    return described.at(uniqueName).orElseThrow().attribute();
  }

  Directory of(MemoryIdentityStore store) {
    return directory.apply(store);
  }
}
