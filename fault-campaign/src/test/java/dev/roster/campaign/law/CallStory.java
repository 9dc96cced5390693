package dev.roster.campaign.law;

import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.CallInfo;
import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RosterException;
import dev.roster.bulk.GroupMember;
import dev.roster.campaign.client.Cloud;
import dev.roster.campaign.record.CallRecord;
import dev.roster.campaign.record.CallWatch;
import dev.roster.campaign.record.Exchange;
import dev.roster.campaign.record.ScaledTime;
import dev.roster.campaign.weather.AttemptKey;
import dev.roster.campaign.weather.Fault;
import dev.roster.campaign.weather.FaultPlan;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One call as the listener and the proxy see it, event by event. */
final class CallStory {

  private static final long CALL = 1;
  private static final CallInfo INFO =
      CallInfo.builder("aws", Cloud.STORE, ClientMethod.FIND_MEMBERSHIP)
          .callId(CALL)
          .correlationIds(Map.of(CallWatch.CALL, Long.toString(CALL)))
          .build();

  private final CallWatch watch = new CallWatch(new ScaledTime(1));
  private final CallRecord record = watch.begin(CALL);
  private int attempts;
  private @Nullable Exchange latest;
  private @Nullable GroupMember pair;

  CallRecord record() {
    return record;
  }

  /** Its requests are about a pair. */
  CallStory about(GroupMember one) {
    pair = one;
    return this;
  }

  /** An attempt with the one request that it sends; the service responds if there is a status. */
  CallStory attempt(Operation operation, @Nullable ErrorCode error, Fault fault, int status) {
    ends(starts(operation), error);
    sends(operation, fault);
    if (status > 0) {
      exchange().responded(status);
    }
    return this;
  }

  AttemptInfo starts(Operation operation) {
    AttemptInfo attempt = AttemptInfo.of(INFO, operation, ++attempts);
    watch.attemptStarted(attempt);
    return attempt;
  }

  void ends(AttemptInfo attempt, @Nullable ErrorCode error) {
    if (error == null) {
      watch.attemptSucceeded(attempt, result(null));
    } else {
      watch.attemptFailed(attempt, result(error));
    }
  }

  private static AttemptResult result(@Nullable ErrorCode error) {
    return error == null
        ? AttemptResult.succeeded(Duration.ZERO)
        : AttemptResult.failed(Duration.ZERO, error);
  }

  /** The attempt before sends one more request. */
  CallStory sendsAgain() {
    sends(exchange().operation(), Fault.NONE);
    return this;
  }

  /** Of the service's response to the attempt before, only closing line ends did not come. */
  CallStory lacksLineEndsOf(int status) {
    exchange().onlyLineEndsMissing(status);
    return this;
  }

  void lacksCredentials() {
    record.sentWithoutCredentials(key());
  }

  void succeeds() {
    succeedsAfter(attempts);
  }

  void succeedsAfter(int attemptsReported) {
    watch.operationSucceeded(INFO, attemptsReported, Duration.ZERO);
  }

  void fails(ErrorCode code, Outcome outcome) {
    RosterException error =
        RosterException.builder(code, "aws", ClientMethod.FIND_MEMBERSHIP)
            .outcome(outcome)
            .attempts(attempts)
            .build();
    watch.operationFailed(INFO, error, Duration.ZERO);
  }

  private void sends(Operation operation, Fault fault) {
    latest = new Exchange(key(), new FaultPlan(fault, 0), operation, pair);
    record.add(exchange());
    record.arrived();
  }

  private Exchange exchange() {
    return Objects.requireNonNull(latest);
  }

  private AttemptKey key() {
    return new AttemptKey(CALL, 0, attempts);
  }
}
