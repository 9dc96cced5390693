package dev.roster.memory.internal.service;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.memory.MemoryStoreException;
import dev.roster.spi.BatchResponse;
import dev.roster.spi.BatchResponse.Effect;
import dev.roster.spi.ServiceTraits;
import java.util.List;
import java.util.function.Predicate;

/** Changes several memberships of one group at once. */
public final class BatchDirectory {

  private final MemberDirectory memberships;
  private final ServiceTraits traits;

  public BatchDirectory(MemberDirectory memberships, ServiceTraits traits) {
    this.memberships = memberships;
    this.traits = traits;
  }

  public BatchResponse add(GroupId group, List<MemberId> members) {
    requireSize(members);
    if (traits.allOrNothing()) {
      memberships.addAll(group, members);
      return traits.addingTells() ? BatchResponse.allChanged() : BatchResponse.allDone();
    }
    memberships.requireGroup(group);
    return each(members, member -> memberships.addIfAbsent(group, member), traits.addingTells());
  }

  public BatchResponse remove(GroupId group, List<MemberId> members) {
    requireSize(members);
    if (traits.allOrNothing()) {
      memberships.removeAll(group, members);
      return traits.removingTells() ? BatchResponse.allChanged() : BatchResponse.allDone();
    }
    return each(
        members, member -> memberships.removeIfPresent(group, member), traits.removingTells());
  }

  private static BatchResponse each(
      List<MemberId> members, Predicate<MemberId> change, boolean tells) {
    BatchResponse.Builder response = BatchResponse.builder();
    for (MemberId member : members) {
      try {
        Effect effect = change.test(member) ? Effect.CHANGED : Effect.UNCHANGED;
        response.done(member, tells ? effect : Effect.UNTOLD);
      } catch (MemoryStoreException refused) {
        response.failed(member, refused.description());
      }
    }
    return response.build();
  }

  private void requireSize(List<MemberId> members) {
    if (members.isEmpty() || members.size() > traits.membersPerWrite()) {
      throw MemoryStoreException.refused(
          ErrorCode.INVALID_ARGUMENT,
          "a request names 1 to %d members".formatted(traits.membersPerWrite()));
    }
  }
}
