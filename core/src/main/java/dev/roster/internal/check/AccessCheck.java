package dev.roster.internal.check;

import dev.roster.CallOptions;
import dev.roster.CheckReport;
import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Operation;
import dev.roster.Resource;
import dev.roster.RetryPolicy;
import dev.roster.RosterException;
import dev.roster.internal.call.Call;
import dev.roster.internal.call.CallPipeline;
import dev.roster.internal.call.CallSubject;
import dev.roster.internal.errors.RequestFailed;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One look-up of a membership that cannot exist: the cheapest request that the service responds to
 * only where everything is right. That it finds nothing is its success. Used once.
 */
public final class AccessCheck {

  /** A person waits for it: longer than any healthy look-up, and than a proxy's own patience. */
  private static final Duration LONGEST = Duration.ofSeconds(15);

  /** One more than the first, so that a connection that was reset once is no finding. */
  private static final int MOST_ATTEMPTS = 2;

  private final CallPipeline pipeline;
  private final CallOptions options;
  private @Nullable Call made;
  private @Nullable ErrorDescription failure;

  /**
   * A check that has not begun.
   *
   * @param pipeline the way of its call
   * @param options what the caller has set
   */
  public AccessCheck(CallPipeline pipeline, CallOptions options) {
    this.pipeline = pipeline;
    this.options = options;
  }

  /**
   * Makes the look-up.
   *
   * @return what it shows
   * @throws RosterException where the thread was interrupted or the client is closed
   */
  public CheckReport report() {
    MembershipDriver driver = pipeline.driver();
    CheckFindings findings = new CheckFindings(driver);
    try {
      Resource missing =
          pipeline.call(ClientMethod.CHECK, subject(driver), limited(), this::lookUp);
      findings.succeeded(missing);
    } catch (RosterException failed) {
      if (isNoFinding(failed.code())) {
        throw failed;
      }
      findings.failed(failed, failure);
    }
    return findings.report(made);
  }

  /** The caller or the client asked for the end. */
  private static boolean isNoFinding(ErrorCode code) {
    return code == ErrorCode.CANCELLED || code == ErrorCode.CLIENT_CLOSED;
  }

  private static CallSubject subject(MembershipDriver driver) {
    return CallSubject.of(
        Operation.FIND_MEMBERSHIP,
        driver.idRules().impossibleGroup(),
        driver.idRules().impossibleMember());
  }

  private CallOptions limited() {
    CallOptions limited = options;
    if (options.deadline().isEmpty()) {
      limited = limited.withDeadline(shorter(pipeline.settings().deadline()));
    }
    if (options.retryPolicy().isEmpty()) {
      limited = limited.withRetryPolicy(fewer(pipeline.settings().retryPolicy()));
    }
    return limited;
  }

  private static Duration shorter(Duration deadline) {
    return deadline.compareTo(LONGEST) < 0 ? deadline : LONGEST;
  }

  private static RetryPolicy fewer(RetryPolicy policy) {
    return policy.withMaxAttempts(Math.min(policy.maxAttempts(), MOST_ATTEMPTS));
  }

  /** Returns what the service says is missing. */
  private Resource lookUp(Call call) throws RequestFailed {
    made = call;
    GroupId group = call.driver().idRules().impossibleGroup();
    MemberId member = call.driver().idRules().impossibleMember();
    try {
      call.send(
          Operation.FIND_MEMBERSHIP,
          attempt -> call.driver().findMembership(group, member, attempt));
      return Resource.UNSPECIFIED;
    } catch (RequestFailed failed) {
      failure = failed.description();
      if (failed.code() == ErrorCode.NOT_FOUND
          && failed.description().missing() != Resource.IDENTITY_STORE) {
        return failed.description().missing();
      }
      throw failed;
    }
  }
}
