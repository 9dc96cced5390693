package dev.roster.campaign.law;

import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.bulk.GroupMember;
import dev.roster.campaign.record.CallReport;
import dev.roster.campaign.record.Ledger;
import dev.roster.campaign.record.Stored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has to hold of all that reads return: it was true while they ran, or within the lag. */
public final class ReadLaw {

  private final Ledger ledger;
  private final long lagNanos;

  public ReadLaw(Ledger ledger, long lagNanos) {
    this.ledger = ledger;
    this.lagNanos = lagNanos;
  }

  /** What a read of one pair may have seen. */
  public List<Optional<MembershipId>> possible(CallReport call, GroupMember pair) {
    return ledger.during(pair, call.startNanos() - lagNanos, call.endNanos()).stream()
        .map(state -> state.map(Stored::id))
        .distinct()
        .toList();
  }

  public List<String> found(CallReport call, GroupMember pair, Optional<Membership> found) {
    if (found.isPresent() && !pair.equals(GroupMember.of(found.get()))) {
      return List.of("another membership was found: " + found.get());
    }
    List<Optional<MembershipId>> possible = possible(call, pair);
    Optional<MembershipId> id = found.map(Membership::membershipId);
    return possible.contains(id)
        ? List.of()
        : List.of("what was found was never true: %s, and true was %s".formatted(id, possible));
  }

  private List<String> judged(CallReport call, GroupMember pair, @Nullable Boolean verdict) {
    return verdict == null
        ? List.of("no verdict about a group that was asked about")
        : checked(call, pair, verdict);
  }

  List<String> checked(CallReport call, GroupMember pair, boolean isMember) {
    boolean wasTrue =
        possible(call, pair).stream().anyMatch(state -> state.isPresent() == isMember);
    return wasTrue
        ? List.of()
        : List.of("what isMember says was never true: %s of %s".formatted(isMember, pair));
  }

  public List<String> allChecked(
      CallReport call, List<GroupMember> pairs, Map<GroupId, Boolean> verdicts) {
    return pairs.stream()
        .flatMap(pair -> judged(call, pair, verdicts.get(pair.groupId())).stream())
        .toList();
  }

  /** A listing has what was there all the time exactly once, and nothing that never was. */
  public List<String> listed(CallReport call, List<GroupMember> pairs, List<Membership> listed) {
    Map<GroupMember, List<MembershipId>> seen = rowsByPair(listed);
    List<String> broken = new ArrayList<>();
    for (GroupMember pair : pairs) {
      List<MembershipId> rows = Objects.requireNonNullElse(seen.remove(pair), List.of());
      broken.addAll(listed(pair, rows, possible(call, pair)));
    }
    seen.keySet().forEach(foreign -> broken.add("listed and not asked for: " + foreign));
    return broken;
  }

  private static Map<GroupMember, List<MembershipId>> rowsByPair(List<Membership> listed) {
    Map<GroupMember, List<MembershipId>> rows = new HashMap<>();
    for (Membership membership : listed) {
      rows.computeIfAbsent(GroupMember.of(membership), fresh -> new ArrayList<>())
          .add(membership.membershipId());
    }
    return rows;
  }

  private static List<String> listed(
      GroupMember pair, List<MembershipId> rows, List<Optional<MembershipId>> possible) {
    if (rows.stream().distinct().count() < rows.size()) {
      return List.of("listed twice: " + pair);
    }
    if (rows.isEmpty() && !possible.contains(Optional.<MembershipId>empty())) {
      return List.of("not listed, and it was there all the time: %s".formatted(pair));
    }
    return rows.stream().map(Optional::of).allMatch(possible::contains)
        ? List.of()
        : List.of(
            "what is listed was never true: %s as %s, and true was %s"
                .formatted(pair, rows, possible));
  }
}
