package dev.roster;

import dev.roster.directory.CreatedEntry;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.FieldValues;
import dev.roster.directory.LookupKey;
import dev.roster.internal.directory.EntryCalls;
import dev.roster.internal.directory.EntryKind;
import dev.roster.spi.EntryTraits;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The users or the groups of an identity store. Thread-safe. Every call is exactly one request
 * unless it says otherwise, and fails as any call of {@link RosterClient} does; with {@link
 * ErrorCode#UNSUPPORTED}, and nothing sent, where the provider cannot do it.
 *
 * @param <I> {@link UserId} or {@link GroupId}
 * @param <E> {@link dev.roster.directory.User} or {@link dev.roster.directory.Group}
 */
public final class DirectoryEntries<I, E extends DirectoryEntry<I, E>> {

  private final EntryCalls<I, E> calls;
  private final CallOptions options;

  DirectoryEntries(EntryCalls<I, E> calls, CallOptions options) {
    this.calls = calls;
    this.options = options;
  }

  /**
   * What the service can do: keys that it looks up, filters, fields that can be set.
   *
   * @return empty where the provider has no users and groups
   */
  public Optional<EntryTraits<E>> traits() {
    return calls.traits();
  }

  /**
   * Reads one.
   *
   * @param id its identifier
   * @return the user or group
   * @throws NotFoundException if it does not exist
   * @throws RosterException as any call
   */
  public E get(I id) {
    return calls.get(id);
  }

  /**
   * Reads several. One request for as many as {@link EntryTraits#idsPerQuery} says; where a service
   * refuses a request because one of its entries does not exist, one more for each of them.
   *
   * @param ids their identifiers; repeated ones count once
   * @return those that exist, in the order given, as an unmodifiable map
   * @throws RosterException with {@link ErrorCode#UNSUPPORTED}, and nothing sent, where the service
   *     reads only one in a request; or as any call
   */
  public Map<I, E> getAll(Collection<I> ids) {
    return calls.getAll(ids);
  }

  /**
   * Finds one by a key. Two requests, one to find the identifier and one to read; where the service
   * finds by a filtered listing, one for each page that the filter leaves.
   *
   * @param key a name, an e-mail address or an external id, exactly as the store has it
   * @return empty where there is none with exactly this key
   * @throws RosterException with {@link ErrorCode#AMBIGUOUS} if several have it; the message lists
   *     their identifiers; or as any call
   */
  public Optional<E> find(LookupKey<E> key) {
    return calls.find(key);
  }

  /**
   * Finds the identifier of one by a key. One request; where the service finds by a filtered
   * listing, one for each page that the filter leaves.
   *
   * @param key a name, an e-mail address or an external id, exactly as the store has it
   * @return empty where there is none with exactly this key
   * @throws RosterException as {@link #find}
   */
  public Optional<I> findId(LookupKey<E> key) {
    return calls.findId(key);
  }

  /**
   * Lists all. Nothing is sent until the pager is asked for an item or a page.
   *
   * @return a pager
   */
  public Pager<E> list() {
    return new Pager<>(calls.list(null), pageSize());
  }

  /**
   * Lists what the service's own filter finds for a key, which may be more than what has exactly
   * the key: see {@link EntryTraits#filter}. Nothing is sent until the pager is asked for an item
   * or a page.
   *
   * @param filter the key
   * @return a pager
   */
  public Pager<E> list(LookupKey<E> filter) {
    Objects.requireNonNull(filter, "filter must not be null");
    return new Pager<>(calls.list(filter), pageSize());
  }

  private int pageSize() {
    return options.pageSize().orElse(Integer.MAX_VALUE);
  }

  /**
   * Creates one. When the response is lost, the call reads by the unique name until it knows what
   * became of it; see {@link CreatedEntry#wasSettled()}.
   *
   * @param fields its fields; the unique name is required, and all of {@link EntryTraits#required}
   * @return its identifier
   * @throws RosterException with {@link ErrorCode#ALREADY_EXISTS} if the name is taken, {@link
   *     ErrorCode#QUOTA_EXCEEDED}, or as any call
   */
  public CreatedEntry<I> create(FieldValues<E> fields) {
    return calls.create(fields);
  }

  /**
   * Changes fields; what is not named stays as it is. When the response is lost, the call reads
   * until it knows whether the fields are as it set them.
   *
   * @param id its identifier
   * @param changes at least one change
   * @throws NotFoundException if it does not exist
   * @throws RosterException with {@link ErrorCode#ALREADY_EXISTS} if a new name is taken, {@link
   *     ErrorCode#CONCURRENT_MODIFICATION}, or as any call
   */
  public void update(I id, FieldChanges<E> changes) {
    calls.update(id, changes, null);
  }

  /**
   * Changes fields, provided that nothing else has changed the user or group since it was read.
   * When the response is lost, the call reads until it knows whether the fields are as it set them.
   *
   * @param id its identifier
   * @param changes at least one change
   * @param revision the {@link DirectoryEntry#revision()} that was read
   * @throws NotFoundException if it does not exist
   * @throws RosterException with {@link ErrorCode#CONCURRENT_MODIFICATION} if it has another
   *     revision now, which is not retried: read it again, and decide; with {@link
   *     ErrorCode#UNSUPPORTED}, and nothing sent, where {@link EntryTraits#revisions} is false; or
   *     as the update without a revision
   */
  public void update(I id, FieldChanges<E> changes, String revision) {
    calls.update(id, changes, Objects.requireNonNull(revision, "revision must not be null"));
  }

  /**
   * Deletes one, with its memberships. Of two callers that do so at the same time one succeeds, and
   * the other as well if its response was lost.
   *
   * @param id its identifier
   * @throws NotFoundException if it does not exist
   * @throws RosterException as any call
   */
  public void delete(I id) {
    calls.delete(id, null);
  }

  /**
   * Deletes one, with its memberships, provided that nothing else has changed it since it was read.
   * A change of its memberships is no change of a group or user.
   *
   * @param id its identifier
   * @param revision the {@link DirectoryEntry#revision()} that was read
   * @throws NotFoundException if it does not exist
   * @throws RosterException as the update with a revision
   */
  public void delete(I id, String revision) {
    calls.delete(id, Objects.requireNonNull(revision, "revision must not be null"));
  }

  EntryKind.Methods methods() {
    return calls.methods();
  }
}
