package dev.roster.campaign.calls;

import dev.roster.Absence;
import dev.roster.EnsuredMembership;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Presence;
import dev.roster.RosterException;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemStatus;
import dev.roster.campaign.record.Action;
import dev.roster.campaign.record.CallReport;
import dev.roster.campaign.record.PartRecord;
import dev.roster.campaign.record.Stored;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** One write of an actor. */
final class Writes {

  /** Of the documented form, and of no membership. */
  private static final MembershipId NEVER_MADE =
      new MembershipId("0fa4e000-ffff-4fff-8fff-ffffffffffff");

  private final Step step;

  Writes(Step step) {
    this.step = step;
  }

  Judged make(Action action) throws InterruptedException {
    boolean adds = action == Action.CREATE || action == Action.ENSURE;
    boolean wantsWork = step.dice().chance(0.75);
    Optional<GroupMember> picked =
        step.plot().pick(step.dice(), adds != wantsWork, step.scene().settledSince());
    if (picked.isEmpty()) {
      return new Reads(step).make(Action.FIND);
    }
    return write(action, picked.get(), adds);
  }

  private Judged write(Action action, GroupMember pair, boolean adds) throws InterruptedException {
    Stored before = step.scene().ledger().now(pair).orElse(null);
    MembershipId id = before == null ? NEVER_MADE : before.id();
    CallReport call = adds ? add(action, pair) : remove(action, pair, id);
    call.record().awaitArrivals();
    return new Judged(call, broken(new Written(step, call, pair, adds, before)));
  }

  private CallReport add(Action action, GroupMember pair) {
    return switch (action) {
      case CREATE ->
          step.call(
              action,
              client -> client.createMembership(pair.groupId(), pair.memberId()),
              client -> client.createMembership(pair.groupId(), pair.memberId()));
      default ->
          step.call(
              action,
              client -> client.ensureMember(pair.groupId(), pair.memberId()),
              client -> client.ensureMember(pair.groupId(), pair.memberId()));
    };
  }

  private CallReport remove(Action action, GroupMember pair, MembershipId id) {
    return switch (action) {
      case DELETE ->
          step.run(
              action, client -> client.deleteMembership(id), client -> client.deleteMembership(id));
      case ENSURE_DELETED ->
          step.call(action, client -> client.ensureDeleted(id), client -> client.ensureDeleted(id));
      default ->
          step.call(
              action,
              client -> client.ensureNotMember(pair.groupId(), pair.memberId()),
              client -> client.ensureNotMember(pair.groupId(), pair.memberId()));
    };
  }

  private static List<String> broken(Written write) {
    CallReport call = write.call();
    PartRecord part = call.record().partNumber(0);
    RosterException error = error(call, part);
    if (error == null && call.error() != null) {
      return List.of();
    }
    return write.broken(
        new Written.Said(result(call.value()), returned(call.value()), error),
        part,
        call.record().exchanges(),
        write.timing(call.startNanos(), call.endNanos(), part, false));
  }

  /** A future that is cancelled hides what became of its call; the listener was notified of it. */
  static @Nullable RosterException error(CallReport call, @Nullable PartRecord part) {
    if (call.error() instanceof RosterException thrown) {
      return thrown;
    }
    boolean hidden = call.error() instanceof CancellationException && part != null;
    return hidden ? Objects.requireNonNull(part).failure() : null;
  }

  private static @Nullable ItemStatus result(@Nullable Object value) {
    if (value instanceof EnsuredMembership ensured) {
      return status(ensured.presence());
    }
    if (value instanceof Presence presence) {
      return status(presence);
    }
    return value instanceof Absence absence ? status(absence) : null;
  }

  private static ItemStatus status(Presence presence) {
    return switch (presence) {
      case CREATED -> ItemStatus.CREATED;
      case ALREADY_PRESENT -> ItemStatus.ALREADY_PRESENT;
      case PRESENT_MAKER_UNKNOWN -> ItemStatus.PRESENT_MAKER_UNKNOWN;
    };
  }

  private static ItemStatus status(Absence absence) {
    return switch (absence) {
      case REMOVED -> ItemStatus.REMOVED;
      case ALREADY_ABSENT -> ItemStatus.ALREADY_ABSENT;
      case ABSENT_REMOVER_UNKNOWN -> ItemStatus.ABSENT_REMOVER_UNKNOWN;
    };
  }

  private static @Nullable MembershipId returned(@Nullable Object value) {
    if (value instanceof EnsuredMembership ensured) {
      return ensured.membership().map(Membership::membershipId).orElse(null);
    }
    return value instanceof Membership membership ? membership.membershipId() : null;
  }
}
