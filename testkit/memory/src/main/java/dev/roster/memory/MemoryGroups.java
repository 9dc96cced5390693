package dev.roster.memory;

import dev.roster.GroupId;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The groups of a {@link MemoryIdentityStore}. No two of them have the same {@code displayName} or
 * a common external identifier; a group without one is in nobody's way. Texts are compared exactly.
 * Thread-safe.
 */
public final class MemoryGroups {

  private final EntityDirectory<GroupId, MemoryGroup> groups;

  MemoryGroups(EntityDirectory<GroupId, MemoryGroup> groups) {
    this.groups = groups;
  }

  /**
   * Makes a group under an identifier that the store makes.
   *
   * @param attributes what is known of it
   * @return its identifier
   * @throws MemoryStoreException if a unique attribute is taken, or the quota is used up
   */
  public GroupId create(Attributes attributes) {
    return groups.create(attributes);
  }

  /**
   * Adds a group under an identifier of one's own, whatever the quota says.
   *
   * @param group its identifier
   * @param attributes what is known of it
   * @return false where there is one of that identifier, which stays as it is
   * @throws MemoryStoreException if a unique attribute is taken
   */
  public boolean add(GroupId group, Attributes attributes) {
    return groups.add(group, attributes);
  }

  /**
   * Reads a group.
   *
   * @param group its identifier
   * @return the group
   * @throws MemoryStoreException if it is missing
   */
  public MemoryGroup get(GroupId group) {
    return groups.get(group);
  }

  /**
   * Changes a group's attributes in one step.
   *
   * @param group its identifier
   * @param change makes the new attributes of the old; run under the store's lock, so it must not
   *     call the store. What it throws, this throws, and nothing is changed
   * @throws MemoryStoreException if the group is missing, or a unique attribute is taken
   */
  public void update(GroupId group, UnaryOperator<Attributes> change) {
    groups.update(group, change);
  }

  /**
   * Removes a group and its memberships.
   *
   * @param group its identifier
   * @throws MemoryStoreException if it is missing
   */
  public void delete(GroupId group) {
    groups.delete(group);
  }

  /**
   * Looks a group up by a unique attribute, in constant time.
   *
   * @param path {@code displayName}
   * @param value the attribute's exact text
   * @return the group's identifier
   * @throws MemoryStoreException if there is no such group, or the attribute is not unique
   */
  public GroupId find(String path, String value) {
    return groups.find(path, value);
  }

  /**
   * Looks a group up by an external identifier, in constant time.
   *
   * @param issuer who gave it out
   * @param id the identifier there
   * @return the group's identifier
   * @throws MemoryStoreException if there is no such group
   */
  public GroupId findByExternalId(String issuer, String id) {
    return groups.findByExternalId(issuer, id);
  }

  /**
   * Reads one page of the groups, the oldest first. What exists during a whole listing is seen
   * exactly once, whatever is inserted or removed between its pages.
   *
   * @param filter which groups
   * @param page which page
   * @return the page
   * @throws MemoryStoreException if the token is not of this listing
   */
  public RawPage<MemoryGroup> list(AttributeFilter filter, PageRequest page) {
    return groups.list(filter, page);
  }

  /**
   * The groups that exist now, also where reads lag behind.
   *
   * @return a copy, in no order
   */
  public Set<GroupId> ids() {
    return groups.ids();
  }

  /**
   * How many groups exist now, also where reads lag behind.
   *
   * @return zero or more
   */
  public int count() {
    return groups.count();
  }
}
