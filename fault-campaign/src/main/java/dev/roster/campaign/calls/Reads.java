package dev.roster.campaign.calls;

import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.NotFoundException;
import dev.roster.Pager;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.bulk.GroupMember;
import dev.roster.campaign.record.Action;
import dev.roster.campaign.record.CallReport;
import dev.roster.campaign.record.Change;
import dev.roster.campaign.record.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One read of an actor. */
public final class Reads {

  private final Step step;

  Reads(Step step) {
    this.step = step;
  }

  Judged make(Action action) {
    return switch (action) {
      case GET -> get();
      case FIND -> find();
      case LIST_GROUP -> listGroup();
      case LIST_MEMBER -> listMember();
      default -> check();
    };
  }

  private GroupMember pair(double present) {
    boolean isPresent = step.dice().chance(present);
    return step.plot().pick(step.dice(), isPresent, Long.MAX_VALUE).orElseThrow();
  }

  private Judged find() {
    GroupMember pair = pair(0.5);
    CallReport call =
        step.call(
            Action.FIND,
            client -> client.findMembership(pair.groupId(), pair.memberId()),
            client -> client.findMembership(pair.groupId(), pair.memberId()));
    return Judged.byValue(
        call, () -> step.scene().reads().found(call, pair, optional(call.value())));
  }

  private Judged get() {
    GroupMember pair = pair(0.8);
    MembershipId id = known(pair);
    if (id == null) {
      return find();
    }
    CallReport call =
        step.call(
            Action.GET, client -> client.getMembership(id), client -> client.getMembership(id));
    return new Judged(call, gotten(call, pair, id));
  }

  private List<String> gotten(CallReport call, GroupMember pair, MembershipId id) {
    List<Optional<MembershipId>> possible = step.scene().reads().possible(call, pair);
    if (call.value() instanceof Membership got) {
      return step.scene().reads().found(call, pair, Optional.of(got));
    }
    boolean saysGone = call.error() instanceof NotFoundException;
    return saysGone && possible.equals(List.of(Optional.of(id)))
        ? List.of("not found is a membership that was there all the time")
        : List.of();
  }

  /** The id that a pair has, or the last that it had. */
  private @Nullable MembershipId known(GroupMember pair) {
    List<Change<Stored>> changes = step.scene().ledger().of(pair);
    for (int change = changes.size() - 1; change >= 0; change--) {
      Stored stored = changes.get(change).after();
      if (stored != null) {
        return stored.id();
      }
    }
    return null;
  }

  private Judged listGroup() {
    GroupId group = step.dice().of(step.plot().groups());
    return list(
        Action.LIST_GROUP, step.plot().pairsOf(group), client -> client.listMemberships(group));
  }

  private Judged listMember() {
    UserId user = step.dice().of(step.plot().users());
    return list(
        Action.LIST_MEMBER,
        step.plot().pairsOf(user),
        client -> client.listMembershipsForMember(user));
  }

  private Judged list(
      Action action, List<GroupMember> pairs, Function<RosterClient, Pager<Membership>> listing) {
    CallReport call = Listings.list(step, action, listing);
    return Judged.byValue(
        call, () -> step.scene().reads().listed(call, pairs, memberships(call.value())));
  }

  private Judged check() {
    UserId user = step.dice().of(step.plot().users());
    List<GroupId> asked = groupsToCheck();
    CallReport call =
        step.call(
            Action.CHECK,
            client -> client.isMemberInGroups(user, asked),
            client -> client.isMemberInGroups(user, asked));
    List<GroupMember> pairs = asked.stream().map(group -> new GroupMember(group, user)).toList();
    return Judged.byValue(
        call, () -> step.scene().reads().allChecked(call, pairs, verdicts(call.value())));
  }

  private List<GroupId> groupsToCheck() {
    List<GroupId> asked = new ArrayList<>(step.plot().groups());
    if (step.dice().chance(0.2)) {
      asked.addAll(step.scene().crowd());
    }
    return asked;
  }

  @SuppressWarnings("unchecked")
  private static Map<GroupId, Boolean> verdicts(@Nullable Object value) {
    return value == null ? Map.of() : (Map<GroupId, Boolean>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Membership> memberships(@Nullable Object value) {
    return value == null ? List.of() : (List<Membership>) value;
  }

  @SuppressWarnings("unchecked")
  private static Optional<Membership> optional(@Nullable Object value) {
    return value == null ? Optional.empty() : (Optional<Membership>) value;
  }
}
