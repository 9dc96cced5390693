package dev.roster.internal.directory;

import dev.roster.ClientMethod;
import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Operation;
import dev.roster.Resource;
import dev.roster.UserId;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.Field;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.spi.DirectoryDriver;
import dev.roster.spi.EntryDriver;
import dev.roster.spi.IdRules;
import java.util.function.Function;

/**
 * What the calls about users and those about groups differ in.
 *
 * @param word how messages name one
 * @param resource how services name one that is missing
 * @param operations the wire operations
 * @param methods the client's methods
 * @param driver the part of the driver that serves them
 * @param nameField the unique name
 * @param idCheck checks an identifier
 * @param <I> the type of the identifier
 * @param <E> the type of the entry
 */
public record EntryKind<I, E extends DirectoryEntry<I, E>>(
    String word,
    Resource resource,
    Operations operations,
    Methods methods,
    Function<DirectoryDriver, EntryDriver<I, E>> driver,
    Field<E, String> nameField,
    IdCheck<I> idCheck) {

  /** The users. */
  public static final EntryKind<UserId, User> USERS =
      new EntryKind<>(
          "user",
          Resource.MEMBER,
          new Operations(
              Operation.GET_USER,
              Operation.FIND_USER,
              Operation.LIST_USERS,
              Operation.CREATE_USER,
              Operation.UPDATE_USER,
              Operation.DELETE_USER),
          new Methods(
              ClientMethod.GET_USER,
              ClientMethod.FIND_USER,
              ClientMethod.FIND_USER_ID,
              ClientMethod.LIST_USERS,
              ClientMethod.CREATE_USER,
              ClientMethod.UPDATE_USER,
              ClientMethod.DELETE_USER),
          DirectoryDriver::users,
          UserFields.USER_NAME,
          (rules, operation, id) -> rules.check(operation, (MemberId) id));

  /** The groups. */
  public static final EntryKind<GroupId, Group> GROUPS =
      new EntryKind<>(
          "group",
          Resource.GROUP,
          new Operations(
              Operation.GET_GROUP,
              Operation.FIND_GROUP,
              Operation.LIST_GROUPS,
              Operation.CREATE_GROUP,
              Operation.UPDATE_GROUP,
              Operation.DELETE_GROUP),
          new Methods(
              ClientMethod.GET_GROUP,
              ClientMethod.FIND_GROUP,
              ClientMethod.FIND_GROUP_ID,
              ClientMethod.LIST_GROUPS,
              ClientMethod.CREATE_GROUP,
              ClientMethod.UPDATE_GROUP,
              ClientMethod.DELETE_GROUP),
          DirectoryDriver::groups,
          GroupFields.DISPLAY_NAME,
          IdRules::check);

  /** The wire operations of one kind. */
  public record Operations(
      Operation get,
      Operation find,
      Operation list,
      Operation create,
      Operation update,
      Operation delete) {}

  /** The client's methods of one kind. */
  public record Methods(
      ClientMethod get,
      ClientMethod find,
      ClientMethod findId,
      ClientMethod list,
      ClientMethod create,
      ClientMethod update,
      ClientMethod delete) {}

  /** Checks an identifier against a service's rules. */
  @FunctionalInterface
  public interface IdCheck<I> {
    void check(IdRules rules, Operation operation, I id);
  }

  /** The key of the unique name, by which a create whose response was lost is settled. */
  @SuppressWarnings("unchecked") // A key is of the kind that its name field is of.
  LookupKey<E> nameKey(String name) {
    return (LookupKey<E>)
        (resource == Resource.GROUP ? LookupKey.groupName(name) : LookupKey.userName(name));
  }
}
