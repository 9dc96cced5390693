package dev.roster.emulator.internal.aws;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.emulator.internal.aws.Shape.Structure;
import dev.roster.emulator.internal.state.Directory;
import dev.roster.emulator.internal.state.Directory.Entity;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.StoreOperation;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the operations of users and those of groups differ.
 *
 * @param arnName the member that has the ARN beside the identifier
 * @param needed what Identity Center asks for beyond what the model marks as required
 * @param unique by what a single one can be looked up
 * @param filterable by what a listing can be filtered
 * @param hasExtensions whether there are extensions and a status
 */
record EntityKind(
    String idName,
    String arnName,
    Function<String, ?> idType,
    String listName,
    Structure attributes,
    List<String> needed,
    List<String> unique,
    String filterable,
    boolean hasExtensions,
    Function<MemoryIdentityStore, Directory<?>> directory,
    Operations operations) {

  static final EntityKind USERS =
      new EntityKind(
          "UserId",
          "UserArn",
          UserId::new,
          "Users",
          AttributeShapes.OF_USERS,
          List.of("userName", "displayName", "name.familyName", "name.givenName"),
          List.of("userName", "emails.value"),
          "userName",
          true,
          Directory::users,
          new Operations(
              StoreOperation.CREATE_USER,
              StoreOperation.DESCRIBE_USER,
              StoreOperation.UPDATE_USER,
              StoreOperation.DELETE_USER,
              StoreOperation.LIST_USERS,
              StoreOperation.GET_USER_ID));

  static final EntityKind GROUPS =
      new EntityKind(
          "GroupId",
          "GroupArn",
          GroupId::new,
          "Groups",
          AttributeShapes.OF_GROUPS,
          List.of("displayName"),
          List.of("displayName"),
          "displayName",
          false,
          Directory::groups,
          new Operations(
              StoreOperation.CREATE_GROUP,
              StoreOperation.DESCRIBE_GROUP,
              StoreOperation.UPDATE_GROUP,
              StoreOperation.DELETE_GROUP,
              StoreOperation.LIST_GROUPS,
              StoreOperation.GET_GROUP_ID));

  /** What can be done with one kind. */
  record Operations(
      StoreOperation create,
      StoreOperation describe,
      StoreOperation update,
      StoreOperation delete,
      StoreOperation list,
      StoreOperation find) {}

  Directory<?> in(MemoryIdentityStore store) {
    return directory.apply(store);
  }

  ObjectNode render(Entity entity, String store, Collection<String> extensions) {
    return hasExtensions
        ? Rendering.user(entity, store, extensions)
        : Rendering.entity(this, entity, store);
  }
}
