package dev.roster.spi;

import dev.roster.ErrorCode;
import dev.roster.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a driver says of a raw failure. Immutable; made with {@link #of} or {@link #builder}.
 *
 * <p>The texts end up in messages and logs: a driver MUST NOT put a secret, a header value or a
 * body into them.
 */
public final class ErrorDescription {

  private final ErrorCode code;
  private final Reach reach;
  private final Resource missing;
  private final @Nullable String providerCode;
  private final @Nullable String requestId;
  private final @Nullable Duration retryAfter;
  private final @Nullable String message;

  private ErrorDescription(Builder from) {
    this.code = from.code;
    this.reach = from.reach;
    this.missing = from.missing;
    this.providerCode = from.providerCode;
    this.requestId = from.requestId;
    this.retryAfter = from.retryAfter;
    this.message = from.message;
  }

  /**
   * A description with a code and a reach and nothing else.
   *
   * @param code what happened
   * @param reach how far the attempt came
   * @return a new description
   */
  public static ErrorDescription of(ErrorCode code, Reach reach) {
    return builder(code, reach).build();
  }

  /**
   * Starts a description.
   *
   * @param code what happened
   * @param reach how far the attempt came
   * @return a builder
   */
  public static Builder builder(ErrorCode code, Reach reach) {
    return new Builder(code, reach);
  }

  /**
   * This description with another code, once more is known than the service said.
   *
   * @param newCode what happened
   * @return a new description
   */
  public ErrorDescription withCode(ErrorCode newCode) {
    return toBuilder().code(newCode).build();
  }

  /**
   * Starts another description with all that this one says.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    return builder(code, reach)
        .missing(missing)
        .providerCode(providerCode)
        .requestId(requestId)
        .retryAfter(retryAfter)
        .message(message);
  }

  /**
   * What happened.
   *
   * @return the code that the application will see
   */
  public ErrorCode code() {
    return code;
  }

  /**
   * How far the attempt came.
   *
   * @return never null
   */
  public Reach reach() {
    return reach;
  }

  /**
   * What is missing, where the code is {@link ErrorCode#NOT_FOUND}.
   *
   * @return {@link Resource#UNSPECIFIED} where the service does not say
   */
  public Resource missing() {
    return missing;
  }

  /**
   * The service's own code, as it spells it.
   *
   * @return empty where there was no response or no code in it
   */
  public Optional<String> providerCode() {
    return Optional.ofNullable(providerCode);
  }

  /**
   * The service's id of the request.
   *
   * @return empty where there was none
   */
  public Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }

  /**
   * How long the service asks to wait.
   *
   * @return never negative
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /**
   * The service's own words, free of secrets.
   *
   * @return empty where there are none that may be shown
   */
  public Optional<String> message() {
    return Optional.ofNullable(message);
  }

  @Override
  public String toString() {
    return "ErrorDescription[code=%s, reach=%s, missing=%s, providerCode=%s, requestId=%s]"
        .formatted(code, reach, missing, providerCode, requestId);
  }

  /** Collects what a response says. Not thread-safe. Optional parts may be given as null. */
  public static final class Builder {

    private ErrorCode code;
    private Reach reach;
    private Resource missing = Resource.UNSPECIFIED;
    private @Nullable String providerCode;
    private @Nullable String requestId;
    private @Nullable Duration retryAfter;
    private @Nullable String message;

    private Builder(ErrorCode code, Reach reach) {
      this.code = Objects.requireNonNull(code, "code must not be null");
      this.reach = Objects.requireNonNull(reach, "reach must not be null");
    }

    /**
     * Says what happened.
     *
     * @param value the code that the application will see
     * @return this
     */
    public Builder code(ErrorCode value) {
      this.code = Objects.requireNonNull(value, "code must not be null");
      return this;
    }

    /**
     * Says how far the attempt came.
     *
     * @param value the reach
     * @return this
     */
    public Builder reach(Reach value) {
      this.reach = Objects.requireNonNull(value, "reach must not be null");
      return this;
    }

    /**
     * Says what is missing.
     *
     * @param resource the kind of thing
     * @return this
     */
    public Builder missing(Resource resource) {
      this.missing = Objects.requireNonNull(resource, "resource must not be null");
      return this;
    }

    /**
     * Keeps the service's own code.
     *
     * @param text the code, or null where there is none
     * @return this
     */
    public Builder providerCode(@Nullable String text) {
      this.providerCode = text;
      return this;
    }

    /**
     * Keeps the service's id of the request.
     *
     * @param text the id, or null where there is none
     * @return this
     */
    public Builder requestId(@Nullable String text) {
      this.requestId = text;
      return this;
    }

    /**
     * Keeps how long the service asks to wait.
     *
     * @param wait the time, or null where it does not say; a negative one counts as zero
     * @return this
     */
    public Builder retryAfter(@Nullable Duration wait) {
      this.retryAfter = wait != null && wait.isNegative() ? Duration.ZERO : wait;
      return this;
    }

    /**
     * Keeps until when the service asks to wait, where it says a time and not a duration.
     *
     * @param time the time, or null where it does not say
     * @param serviceNow the time by the service's own clock, as its response says; the local clock
     *     can be off
     * @return this
     */
    public Builder retryAt(@Nullable Instant time, Instant serviceNow) {
      Objects.requireNonNull(serviceNow, "service time must not be null");
      return retryAfter(time == null ? null : Duration.between(serviceNow, time));
    }

    /**
     * Keeps the service's own words.
     *
     * @param text words free of secrets, or null where there are none
     * @return this
     */
    public Builder message(@Nullable String text) {
      this.message = text;
      return this;
    }

    /**
     * Makes the description.
     *
     * @return a new description
     */
    public ErrorDescription build() {
      return new ErrorDescription(this);
    }
  }
}
