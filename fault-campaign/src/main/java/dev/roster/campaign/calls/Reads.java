package dev.roster.campaign.calls;

import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.NotFoundException;
import dev.roster.Pager;
import dev.roster.UserId;
import dev.roster.bulk.GroupMember;
import dev.roster.campaign.record.Action;
import dev.roster.campaign.record.CallReport;
import dev.roster.campaign.record.Ledger;
import dev.roster.campaign.record.Stored;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
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

  private Judged find() {
    GroupMember pair =
        step.plot().pick(step.dice(), step.dice().chance(0.5), Long.MAX_VALUE).orElseThrow();
    CallReport call =
        step.call(
            Action.FIND,
            client -> client.findMembership(pair.groupId(), pair.memberId()),
            client -> client.findMembership(pair.groupId(), pair.memberId()));
    Optional<Membership> found = optional(call.value());
    return new Judged(
        call, call.error() != null ? List.of() : step.scene().reads().found(call, pair, found));
  }

  private Judged get() {
    GroupMember pair =
        step.plot().pick(step.dice(), step.dice().chance(0.8), Long.MAX_VALUE).orElseThrow();
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
    List<Ledger.Change> changes = step.scene().ledger().of(pair);
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

  /** What makes a pager. */
  private interface Listing {
    Pager<Membership> of(dev.roster.RosterClient client);
  }

  private Judged list(Action action, List<GroupMember> pairs, Listing listing) {
    int way = step.dice().below(4);
    CallReport call =
        step.call(
            action, client -> all(listing.of(client), way), client -> collected(client, listing));
    return new Judged(
        call,
        call.error() != null
            ? List.of()
            : step.scene().reads().listed(call, pairs, memberships(call.value())));
  }

  private CompletableFuture<List<Membership>> collected(
      dev.roster.AsyncRosterClient client, Listing listing) {
    List<Membership> all = new ArrayList<>();
    CompletableFuture<@Nullable Void> walk =
        client.forEach(listing.of(step.scene().client().view(step.choices())), all::add);
    CompletableFuture<List<Membership>> collected = walk.thenApply(done -> List.copyOf(all));
    var unused = collected.whenComplete((list, failure) -> cancelWith(collected, walk));
    return collected;
  }

  private static void cancelWith(CompletableFuture<?> collected, CompletableFuture<?> walk) {
    if (collected.isCancelled()) {
      boolean unused = walk.cancel(true);
    }
  }

  /** Where an executor breaks, asking again goes on with the same page. */
  private static List<Membership> all(Pager<Membership> pager, int way) {
    List<Membership> all = new ArrayList<>();
    Iterator<Membership> items = paged(pager, way).iterator();
    for (int breaks = 0; breaks < MOST_BREAKS; ) {
      try {
        if (!items.hasNext()) {
          return all;
        }
        all.add(items.next());
      } catch (BrokenExecutorException broken) {
        breaks++;
      }
    }
    throw new IllegalStateException("the listing does not go on after its executor broke");
  }

  private static Pager<Membership> paged(Pager<Membership> pager, int way) {
    return switch (way) {
      case 0 -> pager.withReadAhead();
      case 1 -> pager.withReadAhead(BROKEN);
      default -> pager;
    };
  }

  private static final int MOST_BREAKS = 100;
  private static final Executor BROKEN =
      work -> {
        throw new BrokenExecutorException();
      };

  /** What an executor throws that should have thrown a rejection. */
  private static final class BrokenExecutorException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private Judged check() {
    UserId user = step.dice().of(step.plot().users());
    List<GroupId> asked = new ArrayList<>(step.plot().groups());
    if (step.dice().chance(0.2)) {
      asked.addAll(step.scene().crowd());
    }
    CallReport call =
        step.call(
            Action.CHECK,
            client -> client.isMemberInGroups(user, asked),
            client -> client.isMemberInGroups(user, asked));
    List<GroupMember> pairs = asked.stream().map(group -> new GroupMember(group, user)).toList();
    return new Judged(
        call,
        call.error() != null
            ? List.of()
            : step.scene().reads().allChecked(call, pairs, verdicts(call.value())));
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
