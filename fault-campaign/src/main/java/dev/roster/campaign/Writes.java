package dev.roster.campaign;

import dev.roster.Absence;
import dev.roster.EnsuredMember;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Presence;
import dev.roster.RosterException;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemResult;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** One write of an actor. */
final class Writes {

  private final RunScene scene;
  private final Plot plot;
  private final Caller caller;
  private final CallChoices choices;
  private final Dice dice;

  Writes(RunScene scene, Plot plot, Caller caller, CallChoices choices, Dice dice) {
    this.scene = scene;
    this.plot = plot;
    this.caller = caller;
    this.choices = choices;
    this.dice = dice;
  }

  Judged make(Action action) throws InterruptedException {
    boolean adds = action == Action.CREATE || action == Action.ENSURE || action == Action.ADD;
    boolean wantsWork = dice.chance(0.75);
    Optional<GroupMember> picked = plot.pick(dice, adds != wantsWork, scene.settledSince());
    if (picked.isEmpty()) {
      return new Reads(scene, plot, caller, choices, dice).make(Action.FIND);
    }
    GroupMember pair = picked.get();
    Stored before = scene.ledger().now(pair).orElse(null);
    MembershipId id = before == null ? Ids.NEVER_MADE : before.id();
    CallReport call = adds ? add(action, pair) : remove(action, pair, id);
    call.record().awaitArrivals();
    return judge(call, pair, adds, before);
  }

  private CallReport add(Action action, GroupMember pair) {
    return switch (action) {
      case CREATE ->
          caller.call(
              action,
              choices,
              client -> client.createMembership(pair.groupId(), pair.memberId()),
              client -> client.createMembership(pair.groupId(), pair.memberId()));
      case ENSURE ->
          caller.call(
              action,
              choices,
              client -> client.ensureMember(pair.groupId(), pair.memberId()),
              client -> client.ensureMember(pair.groupId(), pair.memberId()));
      default ->
          caller.call(
              action,
              choices,
              client -> client.addMember(pair.groupId(), pair.memberId()),
              client -> client.addMember(pair.groupId(), pair.memberId()));
    };
  }

  private CallReport remove(Action action, GroupMember pair, MembershipId id) {
    return switch (action) {
      case DELETE -> delete(id);
      case REMOVE ->
          caller.call(
              action,
              choices,
              client -> client.removeMembership(id),
              client -> client.removeMembership(id));
      default ->
          caller.call(
              action,
              choices,
              client -> client.ensureNotMember(pair.groupId(), pair.memberId()),
              client -> client.ensureNotMember(pair.groupId(), pair.memberId()));
    };
  }

  private CallReport delete(MembershipId id) {
    return caller.<@Nullable Void>call(
        Action.DELETE,
        choices,
        client -> {
          client.deleteMembership(id);
          return null;
        },
        client -> client.deleteMembership(id));
  }

  private Judged judge(CallReport call, GroupMember pair, boolean adds, @Nullable Stored before) {
    if (scene.wasDisturbedByOthers(pair, call)) {
      return new Judged(call, List.of());
    }
    PartRecord part = call.record().partNumber(0);
    RosterException error = error(call, part);
    if (error == null && call.error() != null) {
      return new Judged(call, List.of());
    }
    WriteReport write =
        new WriteReport(
            call.record().number(),
            pair,
            adds,
            before,
            scene.ledger().now(pair).orElse(null),
            scene.ledger().by(call.record().number(), List.of(pair)),
            said(call.value()),
            returned(call.value()),
            error,
            part == null ? List.of() : part.attempts(),
            call.record().exchanges(),
            new WriteReport.Timing(
                call.startNanos(),
                call.endNanos(),
                choices.deadline(),
                choices.settlingTime(),
                scene.heldUntil(),
                call.disturbed() || call.closed()));
    return new Judged(call, Law.brokenBy(write));
  }

  /** A future that is cancelled hides what became of its call; the listener was notified of it. */
  private static @Nullable RosterException error(CallReport call, @Nullable PartRecord part) {
    if (call.error() instanceof RosterException thrown) {
      return thrown;
    }
    boolean hidden = call.error() instanceof CancellationException && part != null;
    return hidden ? Objects.requireNonNull(part).failure() : null;
  }

  static @Nullable ItemResult said(@Nullable Object value) {
    if (value instanceof EnsuredMember ensured) {
      return said(ensured.presence());
    }
    if (value instanceof Presence presence) {
      return switch (presence) {
        case CREATED -> ItemResult.CREATED;
        case ALREADY_PRESENT -> ItemResult.ALREADY_THERE;
        case PRESENT_MAKER_UNKNOWN -> ItemResult.PRESENT_MAKER_UNKNOWN;
      };
    }
    if (value instanceof Absence absence) {
      return switch (absence) {
        case REMOVED -> ItemResult.REMOVED;
        case ALREADY_ABSENT -> ItemResult.ALREADY_ABSENT;
        case ABSENT_REMOVER_UNKNOWN -> ItemResult.ABSENT_REMOVER_UNKNOWN;
      };
    }
    return null;
  }

  private static @Nullable MembershipId returned(@Nullable Object value) {
    if (value instanceof EnsuredMember ensured) {
      return ensured.membership().membershipId();
    }
    return value instanceof Membership membership ? membership.membershipId() : null;
  }
}
