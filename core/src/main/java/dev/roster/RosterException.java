package dev.roster;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one exception of every call that reached, or tried to reach, a service. Unchecked.
 *
 * <p>{@link #code()} says what happened, {@link #outcome()} what may have changed, and the message
 * what a person can do next. The cause is a copy of the provider's own error. Texts that came from
 * outside are bounded, free of control characters and of secrets, in the causes too.
 *
 * <p>The codes that any call can fail with are
 *
 * <ul>
 *   <li>{@link ErrorCode#INVALID_ARGUMENT}: an identifier breaks a documented rule of the service;
 *       nothing was sent, unless it was the service that said so;
 *   <li>{@link ErrorCode#UNAUTHENTICATED}, {@link ErrorCode#ACCESS_DENIED}, {@link
 *       ErrorCode#CLOCK_SKEW}, {@link ErrorCode#WRONG_ENDPOINT}: the configuration is wrong;
 *   <li>{@link ErrorCode#NOT_FOUND}: the store, or what the method names, does not exist;
 *   <li>{@link ErrorCode#THROTTLED}, {@link ErrorCode#UNAVAILABLE}, {@link ErrorCode#TIMEOUT},
 *       {@link ErrorCode#INVALID_RESPONSE}: in spite of all retries;
 *   <li>{@link ErrorCode#CANCELLED}: the thread was interrupted; its interrupt flag stays set;
 *   <li>{@link ErrorCode#CLIENT_CLOSED}: the client is closed, or was closed while the call ran.
 * </ul>
 *
 * <p>The subclasses are those that callers catch; everything else is distinguished by the code.
 */
public sealed class RosterException extends RuntimeException
    permits AlreadyMemberException, NotFoundException, ThrottledException {

  private static final long serialVersionUID = 1L;

  /** What happened. */
  private final ErrorCode code;

  /** The provider's short name. */
  private final String provider;

  /** The client's method. */
  private final String operation;

  /** What may have changed. */
  private final Outcome outcome;

  /** How many attempts were made. */
  private final int attempts;

  /** The service's own code, or null. */
  private final @Nullable String providerCode;

  /** The service's id of the request, or null. */
  private final @Nullable String requestId;

  /** The error as the provider's library threw it; not serialized, because it may hold anything. */
  private final transient @Nullable Throwable nativeError;

  /** How long the service asked to wait, or null. */
  private final @Nullable Duration retryAfter;

  RosterException(Builder from) {
    super(from.message, from.cause);
    this.code = from.code;
    this.provider = from.provider;
    this.operation = from.operation;
    this.outcome = from.outcome;
    this.attempts = from.attempts;
    this.providerCode = from.providerCode;
    this.requestId = from.requestId;
    this.retryAfter = from.retryAfter;
    this.nativeError = from.nativeError;
  }

  /**
   * Starts an exception. The library makes its own in one place; this is open so that a test of an
   * application can make one too.
   *
   * @param code what happened
   * @param provider the provider's short name
   * @param method the client's method
   * @return a builder
   */
  public static Builder builder(ErrorCode code, String provider, ClientMethod method) {
    return new Builder(code, provider, method);
  }

  /** What happened, what may have changed and what to do next; never null, free of secrets. */
  @Override
  public String getMessage() {
    return Objects.requireNonNullElse(super.getMessage(), "");
  }

  /**
   * What happened.
   *
   * @return a stable code
   */
  public ErrorCode code() {
    return code;
  }

  /**
   * The provider's short name.
   *
   * @return the scheme of its configuration string
   */
  public String provider() {
    return provider;
  }

  /**
   * The method of the client that failed.
   *
   * @return the {@link ClientMethod#methodName() name} of a {@link ClientMethod}, for example
   *     {@code createMembership}
   */
  public String operation() {
    return operation;
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
   * The service's id of the last request.
   *
   * @return empty where there was no response or no id in it
   */
  public Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }

  /**
   * How long the service asked to wait in its last response.
   *
   * @return empty where it did not say
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /**
   * How many attempts the call had made when it failed, over all its requests.
   *
   * @return 0 where nothing was attempted
   */
  public int attempts() {
    return attempts;
  }

  /**
   * What the call may have changed.
   *
   * @return never null
   */
  public Outcome outcome() {
    return outcome;
  }

  /**
   * The error as the provider's library threw it. {@link #getCause()} is a cleaned copy, because
   * the original may quote the request with its credentials: do not log what this returns. The
   * provider's package says which type it is.
   *
   * @param type the wanted type
   * @param <T> the wanted type
   * @return the first of that type among the error and its causes; empty where there is none, and
   *     after deserialization
   */
  public <T extends Throwable> Optional<T> unwrap(Class<T> type) {
    Throwable first = nativeError == null ? getCause() : nativeError;
    for (Throwable cause = first; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
    }
    return Optional.empty();
  }

  /** Collects the parts of an exception. Not thread-safe. Optional parts may be given as null. */
  public static final class Builder {

    private final ErrorCode code;
    private final String provider;
    private final String operation;
    private String message;
    private Outcome outcome = Outcome.NOT_SENT;
    private int attempts;
    private @Nullable String providerCode;
    private @Nullable String requestId;
    private @Nullable Duration retryAfter;
    private @Nullable Throwable cause;
    private @Nullable Throwable nativeError;
    private Resource missing = Resource.UNSPECIFIED;

    private Builder(ErrorCode code, String provider, ClientMethod method) {
      this.code = Objects.requireNonNull(code, "code must not be null");
      this.provider = Objects.requireNonNull(provider, "provider must not be null");
      this.operation = Objects.requireNonNull(method, "method must not be null").methodName();
      this.message = code.advice();
    }

    /**
     * Sets the message.
     *
     * @param text free of secrets
     * @return this
     */
    public Builder message(String text) {
      this.message = text;
      return this;
    }

    /**
     * Sets what may have changed; {@link Outcome#NOT_SENT} unless set.
     *
     * @param value the outcome
     * @return this
     */
    public Builder outcome(Outcome value) {
      this.outcome = Objects.requireNonNull(value, "outcome must not be null");
      return this;
    }

    /**
     * Sets how many attempts were made.
     *
     * @param count 0 or more
     * @return this
     */
    public Builder attempts(int count) {
      this.attempts = count;
      return this;
    }

    /**
     * Sets the service's own code.
     *
     * @param text the code, or null
     * @return this
     */
    public Builder providerCode(@Nullable String text) {
      this.providerCode = text;
      return this;
    }

    /**
     * Sets the service's id of the request.
     *
     * @param text the id, or null
     * @return this
     */
    public Builder requestId(@Nullable String text) {
      this.requestId = text;
      return this;
    }

    /**
     * Sets how long the service asked to wait.
     *
     * @param wait the time, or null
     * @return this
     */
    public Builder retryAfter(@Nullable Duration wait) {
      this.retryAfter = wait;
      return this;
    }

    /**
     * Sets what is missing, for {@link ErrorCode#NOT_FOUND}.
     *
     * @param resource the kind of thing
     * @return this
     */
    public Builder missing(Resource resource) {
      this.missing = Objects.requireNonNull(resource, "resource must not be null");
      return this;
    }

    Resource missing() {
      return missing;
    }

    /**
     * Sets what {@link RosterException#getCause()} returns.
     *
     * @param failure free of secrets, or null
     * @return this
     */
    public Builder cause(@Nullable Throwable failure) {
      this.cause = failure;
      return this;
    }

    /**
     * Sets the provider's own error, which {@link RosterException#unwrap} returns.
     *
     * @param failure the error, or null where the cause is the error itself
     * @return this
     */
    public Builder nativeError(@Nullable Throwable failure) {
      this.nativeError = failure;
      return this;
    }

    /**
     * Makes the exception, of the subclass that its code has.
     *
     * @return a new exception
     */
    public RosterException build() {
      return switch (code) {
        case ALREADY_MEMBER -> new AlreadyMemberException(this);
        case NOT_FOUND -> new NotFoundException(this);
        case THROTTLED -> new ThrottledException(this);
        default -> new RosterException(this);
      };
    }
  }
}
