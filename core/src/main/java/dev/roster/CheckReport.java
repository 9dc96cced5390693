package dev.roster;

import dev.roster.internal.text.ReadableTime;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What {@link RosterClient#check} found out, in words, and what it cost. Immutable.
 *
 * <p>A check looks up one membership that cannot exist; that the service finds none is success. It
 * makes two attempts and takes 15 seconds at most, or the client's deadline if that is less. {@link
 * CallOptions} with a deadline or a retry policy of their own say otherwise. A throttled look-up is
 * retried until the deadline, as always.
 *
 * <p>A report proves no more than the look-up did: {@link #provedPermission()} is the one
 * permission that the caller surely has. It never says that writing works.
 *
 * <p>{@link #toString()} is the whole report as text, a line for each finding, free of secrets.
 */
public final class CheckReport {

  private final String provider;
  private final IdentityStoreId identityStoreId;
  private final Map<CheckArea, CheckFinding> findings;
  private final @Nullable String provedPermission;
  private final @Nullable RosterException error;
  private final int requests;
  private final int attempts;
  private final Duration elapsed;

  private CheckReport(Builder from) {
    this.provider = from.provider;
    this.identityStoreId = from.identityStoreId;
    this.findings = new EnumMap<>(from.findings);
    this.provedPermission = from.provedPermission;
    this.error = from.error;
    this.requests = from.requests;
    this.attempts = from.attempts;
    this.elapsed = from.elapsed;
  }

  /**
   * Starts a report, in which nothing is proved. The library makes its own in one place; this is
   * open so that a test of an application can make one too.
   *
   * @param provider the provider's short name
   * @param store the store
   * @return a builder
   */
  public static Builder builder(String provider, IdentityStoreId store) {
    return new Builder(provider, store);
  }

  /**
   * Whether the look-up succeeded.
   *
   * @return true where no finding is a {@link CheckStatus#PROBLEM}; there can be warnings, and
   *     areas of which the look-up does not tell
   */
  public boolean isOk() {
    return findings.values().stream().allMatch(each -> each.status() != CheckStatus.PROBLEM);
  }

  /**
   * What was found out.
   *
   * @return one finding for each area, in the order of {@link CheckArea}; unmodifiable
   */
  public List<CheckFinding> findings() {
    return List.copyOf(findings.values());
  }

  /**
   * What was found out about one area.
   *
   * @param area the area
   * @return its finding
   */
  public CheckFinding finding(CheckArea area) {
    Objects.requireNonNull(area, "area must not be null");
    return Objects.requireNonNull(findings.get(area), "every area has a finding");
  }

  /**
   * The one permission that the caller surely has, as the service spells it.
   *
   * @return empty where the look-up failed, or the provider has no names for permissions
   */
  public Optional<String> provedPermission() {
    return Optional.ofNullable(provedPermission);
  }

  /**
   * What the look-up failed with.
   *
   * @return empty where it succeeded
   */
  public Optional<RosterException> error() {
    return Optional.ofNullable(error);
  }

  /**
   * How many requests were made, those without a response included.
   *
   * @return 0 where nothing was sent
   */
  public int requests() {
    return requests;
  }

  /**
   * How many attempts were made, those that sent nothing included.
   *
   * @return 0 where nothing was attempted
   */
  public int attempts() {
    return attempts;
  }

  /**
   * How long the check took.
   *
   * @return waits included
   */
  public Duration elapsed() {
    return elapsed;
  }

  /** The whole report, a line for each finding, without a line break at its end. */
  @Override
  public String toString() {
    return findings.values().stream()
        .map(CheckFinding::toString)
        .collect(Collectors.joining("\n  ", head() + "\n  ", ""));
  }

  private String head() {
    return "check of %s://%s: %s (requests: %d, attempts: %d, %s)"
        .formatted(
            provider,
            identityStoreId,
            isOk() ? "OK" : "PROBLEM",
            requests,
            attempts,
            ReadableTime.of(elapsed));
  }

  /** Collects a report. Not thread-safe. */
  public static final class Builder {

    private final String provider;
    private final IdentityStoreId identityStoreId;
    private final Map<CheckArea, CheckFinding> findings = new EnumMap<>(CheckArea.class);
    private @Nullable String provedPermission;
    private @Nullable RosterException error;
    private int requests;
    private int attempts;
    private Duration elapsed = Duration.ZERO;

    private Builder(String provider, IdentityStoreId store) {
      this.provider = Objects.requireNonNull(provider, "provider must not be null");
      this.identityStoreId = Objects.requireNonNull(store, "store must not be null");
      for (CheckArea area : CheckArea.values()) {
        finding(
            CheckFinding.of(
                area,
                CheckStatus.NOT_PROVED,
                "the look-up does not tell",
                "Solve the problem that this report names, then check again."));
      }
    }

    /**
     * Adds a finding, in place of an earlier one about its area.
     *
     * @param finding the finding
     * @return this
     */
    public Builder finding(CheckFinding finding) {
      findings.put(finding.area(), finding);
      return this;
    }

    /**
     * Says which permission is proved.
     *
     * @param permission as the service spells it, or null where none is
     * @return this
     */
    public Builder provedPermission(@Nullable String permission) {
      this.provedPermission = permission;
      return this;
    }

    /**
     * Keeps what the look-up failed with.
     *
     * @param failure the exception, or null where it succeeded
     * @return this
     */
    public Builder error(@Nullable RosterException failure) {
      this.error = failure;
      return this;
    }

    /**
     * Says what the check cost.
     *
     * @param sent how many requests
     * @param tried how many attempts
     * @param time how long it took
     * @return this
     */
    public Builder cost(int sent, int tried, Duration time) {
      this.requests = sent;
      this.attempts = tried;
      this.elapsed = Objects.requireNonNull(time, "time must not be null");
      return this;
    }

    /**
     * Makes the report.
     *
     * @return a new report
     */
    public CheckReport build() {
      return new CheckReport(this);
    }
  }
}
