package dev.roster.internal.check;

import dev.roster.CheckArea;
import dev.roster.CheckFinding;
import dev.roster.CheckReport;
import dev.roster.CheckStatus;
import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.Resource;
import dev.roster.RosterException;
import dev.roster.internal.call.Call;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.NetworkRoute;
import dev.roster.spi.Reach;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in words what one look-up proves, and no more than that. Used for one report. */
final class CheckFindings {

  private static final String NOTHING_TO_DO = "Nothing needs to be done.";

  /** What a proxy on the way can be the cause of. */
  private static final Set<ErrorCode> ROUTE_FAILURES =
      EnumSet.of(
          ErrorCode.WRONG_ENDPOINT,
          ErrorCode.UNAVAILABLE,
          ErrorCode.TIMEOUT,
          ErrorCode.INVALID_RESPONSE);

  private final CheckReport.Builder report;
  private final MembershipDriver driver;
  private final Optional<String> permission;
  private @Nullable ErrorCode end;

  CheckFindings(MembershipDriver driver) {
    this.driver = driver;
    this.report = CheckReport.builder(driver.provider(), driver.identityStoreId());
    this.permission = driver.permissionOf(Operation.FIND_MEMBERSHIP);
  }

  /** The service has looked, and found nothing. */
  void succeeded(Resource missing) {
    understood();
    report.provedPermission(permission.orElse(null));
    add(
        CheckArea.PERMISSION,
        CheckStatus.OK,
        permission.map(name -> name + " is granted").orElse("memberships can be looked up")
            + "; no other permission is proved, and none to write",
        "Grant what the application needs besides; a missing permission shows at the first call"
            + " that needs it.");
    if (missing == Resource.UNSPECIFIED) {
      add(
          CheckArea.CONFIGURATION,
          CheckStatus.NOT_PROVED,
          "the service found nothing and does not say what is missing, so that it may be the store "
              + driver.identityStoreId(),
          "Compare the store's id and the region with the service's console, or read a group that"
              + " exists.");
    } else {
      fine(CheckArea.CONFIGURATION, "the service knows the store " + driver.identityStoreId());
    }
  }

  /** The request was understood, whoever may make it. */
  private void understood() {
    responded();
    fine(CheckArea.CREDENTIALS, "the service accepts the credentials");
    fine(CheckArea.CLOCK, "the service accepts the time of the request");
    fine(CheckArea.SERVICE, "the service takes requests");
  }

  private void responded() {
    fine(CheckArea.NETWORK, "a response came");
  }

  /** The look-up failed; without a description nothing of it was sent. */
  void failed(RosterException failed, @Nullable ErrorDescription described) {
    end = failed.code();
    report.error(failed);
    if (described != null && described.reach() == Reach.REFUSED) {
      refused(failed.code());
    }
    add(area(failed), CheckStatus.PROBLEM, words(failed, described), advice(failed.code()));
  }

  private void refused(ErrorCode code) {
    if (code == ErrorCode.ACCESS_DENIED || code == ErrorCode.NOT_FOUND) {
      understood();
    } else {
      responded();
    }
  }

  /** A call that had no turn at the limiter says nothing about the network. */
  private static CheckArea area(RosterException failed) {
    boolean neverTried = failed.attempts() == 0 && failed.outcome() == Outcome.NOT_SENT;
    return neverTried && failed.code() == ErrorCode.TIMEOUT
        ? CheckArea.SERVICE
        : CheckArea.of(failed.code());
  }

  private static String words(RosterException failed, @Nullable ErrorDescription described) {
    if (described == null) {
      return failed.getMessage();
    }
    StringBuilder words = new StringBuilder(failed.code().name());
    described.providerCode().ifPresent(code -> words.append(" (").append(code).append(')'));
    described.message().ifPresent(text -> words.append(": ").append(text));
    described.requestId().ifPresent(id -> words.append(" [request id ").append(id).append(']'));
    return words.toString();
  }

  private String advice(ErrorCode code) {
    String advice =
        code == ErrorCode.ACCESS_DENIED && permission.isPresent()
            ? "Grant the caller's principal %s, and check the account and the region."
                .formatted(permission.get())
            : code.advice();
    Optional<String> other = driver.otherCauseOf(code);
    Optional<String> ofRoute =
        ROUTE_FAILURES.contains(code) ? route().flatMap(NetworkRoute::advice) : Optional.empty();
    return Stream.of(Optional.of(advice), other, ofRoute)
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }

  private void fine(CheckArea area, String words) {
    add(area, CheckStatus.OK, words, NOTHING_TO_DO);
  }

  private void add(CheckArea area, CheckStatus status, String words, String advice) {
    report.finding(CheckFinding.of(area, status, words, advice));
  }

  /** The report, with what the call cost; null where it was refused before it began. */
  CheckReport report(@Nullable Call call) {
    if (call == null) {
      addRoute();
      return report.build();
    }
    call.failures().forEach((code, count) -> warn(code, count, call.attempts()));
    addRoute();
    int requests = call.requests() * driver.traits().requestsOf(Operation.FIND_MEMBERSHIP);
    return report.cost(requests, call.attempts(), call.elapsed()).build();
  }

  /** What failed on the way to another end. */
  private void warn(ErrorCode code, int count, int attempts) {
    CheckArea area = CheckArea.of(code);
    CheckStatus found = report.build().finding(area).status();
    if (code != end && code != ErrorCode.NOT_FOUND && found != CheckStatus.PROBLEM) {
      add(
          area,
          CheckStatus.WARNING,
          "%d of %d attempts failed with %s".formatted(count, attempts, code),
          code.advice());
    }
  }

  /** A setting that cannot be used is what the report has to say, and no failure of it. */
  private Optional<NetworkRoute> route() {
    try {
      return driver.route();
    } catch (IllegalArgumentException unusable) {
      return Optional.of(NetworkRoute.of(String.valueOf(unusable.getMessage())));
    }
  }

  /** The way that requests take is part of what is said about the network, whatever that is. */
  private void addRoute() {
    route()
        .ifPresent(
            way -> {
              CheckFinding found = report.build().finding(CheckArea.NETWORK);
              String words = found.words() + "; " + way.words();
              add(CheckArea.NETWORK, found.status(), words, found.advice());
            });
  }
}
