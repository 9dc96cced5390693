package dev.roster.internal.batch;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.internal.attempt.DriverCall;
import dev.roster.internal.call.Call;
import dev.roster.internal.call.Settlement;
import dev.roster.internal.errors.Failures;
import dev.roster.internal.errors.MembersRefusedException;
import dev.roster.internal.errors.RequestFailed;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.BatchResponse;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import dev.roster.spi.WritesInBatches;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One request for several members, and what it takes to know how it ended for each. The members of
 * whom that is not known yet are left, attempt after attempt.
 */
final class BatchWrite<S> {

  private final BatchKind<S> kind;
  private final GroupId group;
  private final BatchPart part;
  private final BatchAccount<S> account;
  private final Failures failures;
  private final GroupLook look;
  private List<MemberId> left;

  BatchWrite(
      BatchKind<S> kind,
      BatchPart part,
      BatchAccount<S> account,
      Failures failures,
      GroupLook look) {
    this.kind = kind;
    this.group = look.group();
    this.part = part;
    this.account = account;
    this.failures = failures;
    this.look = look;
    this.left = part.members();
  }

  List<MemberId> left() {
    return left;
  }

  /** Returns what is to be sent again, in smaller requests. */
  List<BatchPart> run(Call call) throws RequestFailed {
    call.inherit(part.lost());
    try {
      DriverCall<BatchResponse> attempt = context -> once(call, context);
      call.send(kind.operation(), attempt);
      return List.of();
    } catch (RequestFailed failed) {
      if (failed.endsTheCall()) {
        throw failed;
      }
      return call.maybeApplied() ? afterLost(call, failed) : afterRefusal(call, failed);
    }
  }

  private BatchResponse once(Call call, AttemptContext attempt) throws Exception {
    WritesInBatches driver = (WritesInBatches) call.driver();
    BatchResponse response = kind.driverMethod().write(driver, group, left, attempt);
    call.succeeded();
    List<ErrorDescription> open = new ArrayList<>();
    for (MemberId member : left) {
      note(call, member, response).ifPresent(open::add);
    }
    leaveOpen();
    if (!open.isEmpty()) {
      throw new MembersRefusedException(worst(open));
    }
    return response;
  }

  /** Returns why the member is still open. */
  private Optional<ErrorDescription> note(Call call, MemberId member, BatchResponse response) {
    Optional<BatchResponse.Effect> effect = response.effect(member);
    if (effect.isPresent()) {
      account.done(member, statusOf(call, effect.get()));
      return Optional.empty();
    }
    ErrorDescription failure = response.failure(member).orElseGet(() -> leftOut(member));
    if (kind.saysUnchanged().test(failure)) {
      account.done(member, statusOf(call, BatchResponse.Effect.UNCHANGED));
      return Optional.empty();
    }
    if (isOpen(call, failure)) {
      return Optional.of(failure);
    }
    account.failed(member, failures.exception(call, failures.request(failure)));
    return Optional.empty();
  }

  private static ErrorDescription leftOut(MemberId member) {
    return ErrorDescription.builder(ErrorCode.INVALID_RESPONSE, Reach.MAYBE_APPLIED)
        .message("the response leaves out member " + member)
        .build();
  }

  /** "It was so before" may be about an earlier request of this very work. */
  private S statusOf(Call call, BatchResponse.Effect effect) {
    boolean mayBeItsOwn = call.maybeApplied() || part.partly();
    return effect == BatchResponse.Effect.UNCHANGED && mayBeItsOwn
        ? kind.unknown()
        : kind.status(effect);
  }

  /** What can be retried or read is not final, and nothing is that may have been applied. */
  private boolean isOpen(Call call, ErrorDescription failure) {
    boolean transientOrUnclear =
        switch (failure.code()) {
          case THROTTLED,
              UNAVAILABLE,
              TIMEOUT,
              INVALID_RESPONSE,
              CONCURRENT_MODIFICATION,
              CLOCK_SKEW,
              CONFLICT ->
              true;
          default -> false;
        };
    return transientOrUnclear || failure.reach() == Reach.MAYBE_APPLIED || call.maybeApplied();
  }

  private static ErrorDescription worst(List<ErrorDescription> failures) {
    return failures.stream()
        .filter(failure -> failure.reach() == Reach.MAYBE_APPLIED)
        .findFirst()
        .orElse(failures.get(0));
  }

  private List<BatchPart> afterRefusal(Call call, RequestFailed failed) throws RequestFailed {
    ErrorDescription refusal = failed.description();
    if (left.size() == 1) {
      settleOne(call, failed);
      return List.of();
    }
    if (!kind.isAboutAMember(refusal)) {
      throw failed;
    }
    boolean partly = part.partly() || mayBePartlyApplied(call, refusal);
    boolean tells = partly || kind.saysUnchanged().test(refusal);
    boolean worthReading = !part.read() && tells && look.requests(left.size()) < toBisect();
    if (worthReading && readWasOfUse(call, partly ? kind.unknown() : kind.unchanged())) {
      return left.isEmpty() ? List.of() : List.of(new BatchPart(left, call.lost(), partly, true));
    }
    return new BatchPart(left, call.lost(), partly, true).halves(partly);
  }

  private static boolean mayBePartlyApplied(Call call, ErrorDescription refusal) {
    return !call.driver().traits().allOrNothing() && refusal.reach() != Reach.NOT_SENT;
  }

  /** So many requests find one member among those left. */
  private int toBisect() {
    return 2 * (Integer.SIZE - Integer.numberOfLeadingZeros(left.size() - 1));
  }

  private boolean readWasOfUse(Call call, S status) throws RequestFailed {
    int before = left.size();
    try {
      read(call, status);
    } catch (RequestFailed unread) {
      if (unread.endsTheCall()) {
        throw unread;
      }
    }
    return left.size() < before;
  }

  private void settleOne(Call call, RequestFailed failed) throws RequestFailed {
    if (kind.saysUnchanged().test(failed.description())) {
      finish(left, statusOf(call, BatchResponse.Effect.UNCHANGED));
    } else if (kind.present() && failed.code() == ErrorCode.CONFLICT) {
      settle(call, failed, statusOf(call, BatchResponse.Effect.UNCHANGED));
    } else {
      throw failed;
    }
  }

  /** The service has responded after what was lost: what is not there yet can be sent again. */
  private List<BatchPart> afterLost(Call call, RequestFailed failed) throws RequestFailed {
    boolean responded = kind.isAboutAMember(failed.description());
    if (responded && left.size() > 1) {
      boolean some = readWasOfUse(call, kind.unknown());
      BatchPart rest = new BatchPart(left, call.lost(), true, true);
      return left.isEmpty() ? List.of() : some ? List.of(rest) : rest.halves(true);
    }
    if (left.size() == 1 && kind.saysUnchanged().test(failed.description())) {
      finish(left, kind.unknown());
    } else if (call.isOpenQuestion(failed)) {
      settle(call, failed, kind.unknown());
    } else {
      throw failed;
    }
    return List.of();
  }

  private void settle(Call call, RequestFailed failed, S status) throws RequestFailed {
    Settlement settlement = call.settlement();
    Boolean settled =
        settlement.find(
            () -> {
              read(call, status);
              return left.isEmpty() ? Boolean.TRUE : null;
            });
    if (settled == null) {
      throw settlement.unsettled(failed);
    }
  }

  private void read(Call call, S status) throws RequestFailed {
    try {
      look.at(call, left, kind.present(), member -> account.done(member, status));
    } finally {
      leaveOpen();
    }
  }

  private void finish(List<MemberId> members, S status) {
    members.forEach(member -> account.done(member, status));
    leaveOpen();
  }

  private void leaveOpen() {
    left = left.stream().filter(account::isOpen).toList();
  }
}
