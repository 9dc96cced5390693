package dev.roster.memory.internal.driver;

import dev.roster.GroupId;
import dev.roster.Operation;
import dev.roster.UserId;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.Field;
import dev.roster.directory.Group;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.memory.MemoryEntity;
import dev.roster.memory.StoreOperation;
import dev.roster.spi.EntryTraits;
import dev.roster.spi.EntryTraits.Filter;
import dev.roster.spi.LookupWay;
import dev.roster.spi.ServiceTraits;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Where the users and the groups of a store in memory differ.
 *
 * @param requests what each of the driver's methods asks the store for
 * @param fields the shared fields, and how the store keeps each of them
 * @param keyPaths the attributes that keys are compared with
 * @param entry makes the driver's entry from the store's
 * @param marked gives the entry its revision
 */
record MemoryEntryKind<I, E extends DirectoryEntry<I, E>>(
    Requests requests,
    Map<Field<E, ?>, AttributeForm<?>> fields,
    Map<LookupKey.Kind, String> keyPaths,
    Function<MemoryEntity<I>, E> entry,
    BiFunction<E, String, E> marked) {

  static final MemoryEntryKind<UserId, User> USERS =
      new MemoryEntryKind<>(
          new Requests(
              StoreOperation.DESCRIBE_USER,
              StoreOperation.GET_USER_ID,
              StoreOperation.LIST_USERS,
              StoreOperation.CREATE_USER,
              StoreOperation.UPDATE_USER,
              StoreOperation.DELETE_USER),
          AttributeForms.USER,
          Map.of(LookupKey.Kind.NAME, "userName", LookupKey.Kind.EMAIL, "emails.value"),
          AttributeForms::user,
          User::withRevision);

  static final MemoryEntryKind<GroupId, Group> GROUPS =
      new MemoryEntryKind<>(
          new Requests(
              StoreOperation.DESCRIBE_GROUP,
              StoreOperation.GET_GROUP_ID,
              StoreOperation.LIST_GROUPS,
              StoreOperation.CREATE_GROUP,
              StoreOperation.UPDATE_GROUP,
              StoreOperation.DELETE_GROUP),
          AttributeForms.GROUP,
          Map.of(LookupKey.Kind.NAME, "displayName"),
          AttributeForms::group,
          Group::withRevision);

  /** What each method of the driver asks the store for. */
  record Requests(
      StoreOperation get,
      StoreOperation find,
      StoreOperation list,
      StoreOperation create,
      StoreOperation update,
      StoreOperation delete) {}

  /**
   * A store that tells looks every key up by itself, and has revisions; one that does not has a
   * fuzzy filter for names only.
   */
  EntryTraits<E> traits(ServiceTraits ofStore) {
    EntryTraits.Builder<E> traits =
        EntryTraits.<E>builder()
            .largestPage(ofStore.largestPage(Operation.LIST_MEMBERSHIPS_FOR_MEMBER))
            .idsPerQuery(ofStore.addingTells() ? 10 : 0)
            .revisions(ofStore.addingTells())
            .writable(fields.keySet());
    if (!ofStore.addingTells()) {
      return traits
          .lookups(LookupKey.Kind.NAME, LookupWay.LISTING)
          .filter(LookupKey.Kind.NAME, Filter.FUZZY)
          .build();
    }
    keyPaths
        .keySet()
        .forEach(kind -> traits.lookups(kind, LookupWay.DIRECT).filter(kind, Filter.EXACT));
    return traits.lookups(LookupKey.Kind.EXTERNAL_ID, LookupWay.DIRECT).build();
  }
}
