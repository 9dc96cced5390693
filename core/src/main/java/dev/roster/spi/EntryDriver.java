package dev.roster.spi;

import dev.roster.directory.CreatedEntry;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.FieldValues;
import dev.roster.directory.LookupKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The users or the groups of one identity store. The same rules hold as for {@link
 * MembershipDriver}: exactly one request per method call, no retry, no wait; what fails is
 * described by {@link MembershipDriver#describe}.
 *
 * @param <I> {@link dev.roster.UserId} or {@link dev.roster.GroupId}
 * @param <E> {@link dev.roster.directory.User} or {@link dev.roster.directory.Group}
 */
public interface EntryDriver<I, E extends DirectoryEntry<I, E>> {

  /**
   * What the service can do with them.
   *
   * @return the same at every call
   */
  EntryTraits<E> traits();

  /**
   * Checks a key against the documented rules. MUST NOT send anything.
   *
   * @param key the key
   * @throws InvalidInputException if it breaks a rule; the message names the field and the rule,
   *     and not the value
   */
  default void check(LookupKey<E> key) {}

  /**
   * Checks the fields of a new entry against the documented rules. MUST NOT send anything.
   *
   * @param fields the fields; the client has checked {@link EntryTraits#writable()} and {@link
   *     EntryTraits#required()}
   * @throws InvalidInputException as for {@link #check(LookupKey)}
   */
  default void check(FieldValues<E> fields) {}

  /**
   * Checks changes against the documented rules. MUST NOT send anything.
   *
   * @param changes the changes; the client has checked {@link EntryTraits#writable()}
   * @throws InvalidInputException as for {@link #check(LookupKey)}
   */
  default void check(FieldChanges<E> changes) {
    check(changes.values());
  }

  /**
   * Reads an entry.
   *
   * @param id its identifier
   * @param attempt the attempt
   * @return the entry
   * @throws Exception whatever the transport throws; an entry that does not exist MUST be described
   *     as {@link dev.roster.ErrorCode#NOT_FOUND}
   */
  E get(I id, AttemptContext attempt) throws Exception;

  /**
   * Reads several entries in one request. Called only where {@link EntryTraits#idsPerQuery} says
   * that the service can.
   *
   * @param ids 1 to {@link EntryTraits#idsPerQuery} identifiers, each once
   * @param attempt the attempt
   * @return those that exist, in any order; an entry of another id MUST be a failure with {@link
   *     dev.roster.ErrorCode#INVALID_RESPONSE}
   * @throws Exception whatever the transport throws; where the service refuses all of them because
   *     one does not exist, that MUST be described as {@link dev.roster.ErrorCode#NOT_FOUND}: the
   *     client then reads each by itself
   */
  default List<E> getAll(List<I> ids, AttemptContext attempt) throws Exception {
    throw new UnsupportedOperationException("the service reads one entry in a request");
  }

  /**
   * Finds the identifier of an entry by a key.
   *
   * @param key the key
   * @param way {@link LookupWay#DIRECT} or {@link LookupWay#DIRECT_ALTERNATE}, as {@link
   *     EntryTraits#lookups} says
   * @param attempt the attempt
   * @return the identifier
   * @throws Exception whatever the transport throws; an entry that does not exist MUST be described
   *     as {@link dev.roster.ErrorCode#NOT_FOUND}, and a refusal of this way of looking up as
   *     {@link dev.roster.ErrorCode#UNSUPPORTED}: the client goes on with the next way, and
   *     remembers it; see {@link EntryTraits.Builder#unclearRefusals}
   */
  I find(LookupKey<E> key, LookupWay way, AttemptContext attempt) throws Exception;

  /**
   * Reads one page.
   *
   * @param filter shows only what the service's own filter finds for this key; null for all
   * @param page which page
   * @param attempt the attempt
   * @return the page, with the service's own token
   * @throws Exception whatever the transport throws
   */
  RawPage<E> list(@Nullable LookupKey<E> filter, PageRequest page, AttemptContext attempt)
      throws Exception;

  /**
   * Creates an entry.
   *
   * @param fields its fields
   * @param attempt the attempt
   * @return its identifier; a response without one MUST be a failure with {@link
   *     dev.roster.ErrorCode#INVALID_RESPONSE} and {@link Reach#MAYBE_APPLIED}
   * @throws Exception whatever the transport throws; a unique name that is taken MUST be described
   *     as {@link dev.roster.ErrorCode#ALREADY_EXISTS}, {@link dev.roster.ErrorCode#ALREADY_MEMBER}
   *     where the service has one word for both, or {@link dev.roster.ErrorCode#CONFLICT} where it
   *     does not say which conflict it is
   */
  CreatedEntry<I> create(FieldValues<E> fields, AttemptContext attempt) throws Exception;

  /**
   * Changes fields; what is not named stays as it is.
   *
   * @param id the identifier
   * @param changes at least one change
   * @param attempt the attempt
   * @throws Exception whatever the transport throws, described as for {@link #get} and {@link
   *     #create}
   */
  void update(I id, FieldChanges<E> changes, AttemptContext attempt) throws Exception;

  /**
   * Changes fields, provided that the entry has a revision still. Called only where {@link
   * EntryTraits#revisions} says that the service can.
   *
   * @param id the identifier
   * @param changes at least one change
   * @param revision the revision, as an entry that was read has it
   * @param attempt the attempt
   * @throws Exception whatever the transport throws, described as for the update without a
   *     revision; an entry of another revision MUST be described as {@link
   *     dev.roster.ErrorCode#CONCURRENT_MODIFICATION}, or {@link dev.roster.ErrorCode#CONFLICT}
   *     where the service does not say which conflict it is
   */
  default void update(I id, FieldChanges<E> changes, String revision, AttemptContext attempt)
      throws Exception {
    throw new UnsupportedOperationException("the service has no revisions");
  }

  /**
   * Checks a revision against the documented rules. MUST NOT send anything.
   *
   * @param revision the revision, which is not blank
   * @throws InvalidInputException as for {@link #check(LookupKey)}
   */
  default void checkRevision(String revision) {}

  /**
   * Whether an entry is as changes make it: so an update whose response was lost is settled. MUST
   * NOT send anything.
   *
   * @param entry what was read
   * @param changes the changes
   * @return true where all of them are done; a driver whose service has one value in several
   *     spellings, such as JSON, compares their meaning
   */
  default boolean isChanged(E entry, FieldChanges<E> changes) {
    return changes.areDoneIn(entry.fields());
  }

  /**
   * Deletes an entry with its memberships.
   *
   * @param id the identifier
   * @param attempt the attempt
   * @throws Exception whatever the transport throws; an entry that does not exist MUST be described
   *     as {@link dev.roster.ErrorCode#NOT_FOUND}
   */
  void delete(I id, AttemptContext attempt) throws Exception;

  /**
   * Deletes an entry with its memberships, provided that it has a revision still. Called only where
   * {@link EntryTraits#revisions} says that the service can.
   *
   * @param id the identifier
   * @param revision the revision, as an entry that was read has it
   * @param attempt the attempt
   * @throws Exception whatever the transport throws; what does not exist as for the delete without
   *     a revision, and an entry of another revision as for the update with one
   */
  default void delete(I id, String revision, AttemptContext attempt) throws Exception {
    throw new UnsupportedOperationException("the service has no revisions");
  }
}
