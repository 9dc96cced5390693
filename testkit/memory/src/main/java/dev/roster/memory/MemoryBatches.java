package dev.roster.memory;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.memory.internal.service.BatchDirectory;
import dev.roster.spi.BatchResponse;
import java.util.List;

/**
 * Several members of one group at once, as the service behind the wire: for all or none, or for
 * each by itself with a result for each, as the store's traits say. Thread-safe.
 */
public final class MemoryBatches {

  private final BatchDirectory directory;

  private MemoryBatches(BatchDirectory directory) {
    this.directory = directory;
  }

  /**
   * The batches of a store.
   *
   * @param store the store
   * @return a view of it
   */
  public static MemoryBatches of(MemoryIdentityStore store) {
    return new MemoryBatches(new BatchDirectory(store.memberships, store.traits()));
  }

  /**
   * Adds members to a group.
   *
   * @param group an existing group
   * @param members as many as the store takes at once
   * @return what is told of them
   * @throws MemoryStoreException if the group is missing, or the request is refused as a whole
   *     because of one of the members
   */
  public BatchResponse add(GroupId group, List<MemberId> members) {
    return directory.add(group, members);
  }

  /**
   * Removes members from a group.
   *
   * @param group an existing group
   * @param members as many as the store takes at once
   * @return what is told of them
   * @throws MemoryStoreException if the group is missing and removing tells it, or the request is
   *     refused as a whole because of one of the members
   */
  public BatchResponse remove(GroupId group, List<MemberId> members) {
    return directory.remove(group, members);
  }
}
