package dev.roster.memory;

import dev.roster.memory.internal.service.EntityDirectory;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The users or the groups of a {@link MemoryIdentityStore}.
 *
 * <p>No two users have the same {@code userName}, a common {@code emails.value}, or a common
 * external identifier; no two groups have the same {@code displayName} or a common external
 * identifier. What has no such attribute conflicts with nothing. Texts are compared exactly.
 * Thread-safe.
 *
 * @param <I> {@link dev.roster.UserId} or {@link dev.roster.GroupId}
 */
public final class MemoryEntities<I> {

  private final EntityDirectory<I> directory;

  MemoryEntities(EntityDirectory<I> directory) {
    this.directory = directory;
  }

  /**
   * Makes one under an identifier that the store makes.
   *
   * @param attributes what is known of it
   * @return its identifier
   * @throws MemoryStoreException if a unique attribute is taken, or the quota is used up
   */
  public I create(Attributes attributes) {
    return directory.create(attributes);
  }

  /**
   * Adds one under an identifier of one's own, whatever the quota says.
   *
   * @param id its identifier
   * @param attributes what is known of it
   * @return false where there is one of that identifier, which stays as it is
   * @throws MemoryStoreException if a unique attribute is taken
   */
  public boolean add(I id, Attributes attributes) {
    return directory.add(id, attributes);
  }

  /**
   * Reads one.
   *
   * @param id its identifier
   * @return the user or group
   * @throws MemoryStoreException if it is missing
   */
  public MemoryEntity<I> get(I id) {
    return directory.get(id);
  }

  /**
   * Changes the attributes of one in one step.
   *
   * @param id its identifier
   * @param change makes the new attributes of the old; run under the store's lock, so it must not
   *     call the store. What it throws, this throws, and nothing is changed
   * @return the user or group as it is now
   * @throws MemoryStoreException if it is missing, or a unique attribute is taken
   */
  public MemoryEntity<I> update(I id, UnaryOperator<Attributes> change) {
    return directory.update(id, null, change);
  }

  /**
   * Changes the attributes of one in one step, provided that it has a revision still.
   *
   * @param id its identifier
   * @param revision {@link MemoryEntity#revision()} as text
   * @param change as for the update without a revision
   * @return the user or group as it is now
   * @throws MemoryStoreException if it is missing, has another revision, or a unique attribute is
   *     taken
   */
  public MemoryEntity<I> update(I id, String revision, UnaryOperator<Attributes> change) {
    return directory.update(
        id, Objects.requireNonNull(revision, "revision must not be null"), change);
  }

  /**
   * Removes one and its memberships.
   *
   * @param id its identifier
   * @throws MemoryStoreException if it is missing
   */
  public void delete(I id) {
    directory.delete(id, null);
  }

  /**
   * Removes one and its memberships, provided that it has a revision still.
   *
   * @param id its identifier
   * @param revision {@link MemoryEntity#revision()} as text
   * @throws MemoryStoreException if it is missing or has another revision
   */
  public void delete(I id, String revision) {
    directory.delete(id, Objects.requireNonNull(revision, "revision must not be null"));
  }

  /**
   * Looks one up by a unique attribute, in constant time.
   *
   * @param path {@code userName} or {@code emails.value} for users, {@code displayName} for groups
   * @param value the attribute's exact text
   * @return its identifier
   * @throws MemoryStoreException if there is none, or the attribute is not unique
   */
  public I find(String path, String value) {
    return directory.find(path, value);
  }

  /**
   * Looks one up by an external identifier, in constant time.
   *
   * @param issuer who issued it
   * @param externalId the identifier there
   * @return the store's own identifier
   * @throws MemoryStoreException if there is none
   */
  public I findByExternalId(String issuer, String externalId) {
    return directory.findByExternalId(issuer, externalId);
  }

  /**
   * Reads one page, the oldest first. What exists during a whole listing is seen exactly once,
   * whatever is inserted or removed between its pages.
   *
   * @param filter which ones
   * @param page which page
   * @return the page
   * @throws MemoryStoreException if the token is not of this listing
   */
  public RawPage<MemoryEntity<I>> list(AttributeFilter filter, PageRequest page) {
    return directory.list(filter.selection(), page);
  }

  /**
   * Those that exist now, also where reads lag behind.
   *
   * @return a copy, in no order
   */
  public Set<I> ids() {
    return directory.ids();
  }

  /**
   * How many exist now, also where reads lag behind.
   *
   * @return zero or more
   */
  public int count() {
    return directory.count();
  }
}
