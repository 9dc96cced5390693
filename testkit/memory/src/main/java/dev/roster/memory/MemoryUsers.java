package dev.roster.memory;

import dev.roster.UserId;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The users of a {@link MemoryIdentityStore}. No two of them have the same {@code userName}, a
 * common {@code emails.value}, or a common external identifier; a user without one is in nobody's
 * way. Texts are compared exactly. Thread-safe.
 */
public final class MemoryUsers {

  private final EntityDirectory<UserId, MemoryUser> users;

  MemoryUsers(EntityDirectory<UserId, MemoryUser> users) {
    this.users = users;
  }

  /**
   * Makes a user under an identifier that the store makes.
   *
   * @param attributes what is known of it
   * @return its identifier
   * @throws MemoryStoreException if a unique attribute is taken, or the quota is used up
   */
  public UserId create(Attributes attributes) {
    return users.create(attributes);
  }

  /**
   * Adds a user under an identifier of one's own, whatever the quota says.
   *
   * @param user its identifier
   * @param attributes what is known of it
   * @return false where there is one of that identifier, which stays as it is
   * @throws MemoryStoreException if a unique attribute is taken
   */
  public boolean add(UserId user, Attributes attributes) {
    return users.add(user, attributes);
  }

  /**
   * Reads a user.
   *
   * @param user its identifier
   * @return the user
   * @throws MemoryStoreException if it is missing
   */
  public MemoryUser get(UserId user) {
    return users.get(user);
  }

  /**
   * Changes a user's attributes in one step.
   *
   * @param user its identifier
   * @param change makes the new attributes of the old; run under the store's lock, so it must not
   *     call the store. What it throws, this throws, and nothing is changed
   * @throws MemoryStoreException if the user is missing, or a unique attribute is taken
   */
  public void update(UserId user, UnaryOperator<Attributes> change) {
    users.update(user, change);
  }

  /**
   * Removes a user and its memberships.
   *
   * @param user its identifier
   * @throws MemoryStoreException if it is missing
   */
  public void delete(UserId user) {
    users.delete(user);
  }

  /**
   * Looks a user up by a unique attribute, in constant time.
   *
   * @param path {@code userName} or {@code emails.value}
   * @param value the attribute's exact text
   * @return the user's identifier
   * @throws MemoryStoreException if there is no such user, or the attribute is not unique
   */
  public UserId find(String path, String value) {
    return users.find(path, value);
  }

  /**
   * Looks a user up by an external identifier, in constant time.
   *
   * @param issuer who gave it out
   * @param id the identifier there
   * @return the user's identifier
   * @throws MemoryStoreException if there is no such user
   */
  public UserId findByExternalId(String issuer, String id) {
    return users.findByExternalId(issuer, id);
  }

  /**
   * Reads one page of the users, the oldest first. Who exists during a whole listing is seen
   * exactly once, whatever is inserted or removed between its pages.
   *
   * @param filter which users
   * @param page which page
   * @return the page
   * @throws MemoryStoreException if the token is not of this listing
   */
  public RawPage<MemoryUser> list(AttributeFilter filter, PageRequest page) {
    return users.list(filter, page);
  }

  /**
   * The users that exist now, also where reads lag behind.
   *
   * @return a copy, in no order
   */
  public Set<UserId> ids() {
    return users.ids();
  }

  /**
   * How many users exist now, also where reads lag behind.
   *
   * @return zero or more
   */
  public int count() {
    return users.count();
  }
}
