package dev.roster;

import dev.roster.internal.argument.Ranges;
import dev.roster.internal.call.CallPipeline;
import dev.roster.internal.configuration.ClientSettings;
import dev.roster.internal.configuration.Drivers;
import dev.roster.internal.configuration.UriParser;
import dev.roster.internal.directory.LookupMemory;
import dev.roster.internal.pacing.Limiter;
import dev.roster.spi.ClientParameters;
import dev.roster.spi.DriverFactory;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.ProviderUri;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sets up a {@link RosterClient}. Not thread-safe; makes one client. */
public final class RosterClientBuilder {

  /** The time for a call that sets none, waits and attempts included. */
  public static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(5);

  /** The time for an attempt of a call that sets none. */
  public static final Duration DEFAULT_ATTEMPT_TIMEOUT = Duration.ofSeconds(20);

  /** The time for reads after a write whose response was lost. */
  public static final Duration DEFAULT_SETTLING_TIME = Duration.ofSeconds(30);

  private final Supplier<MembershipDriver> driver;
  private final List<CallListener> listeners = new ArrayList<>();
  private Duration deadline = DEFAULT_DEADLINE;
  private Duration attemptTimeout = DEFAULT_ATTEMPT_TIMEOUT;
  private Duration settlingTime = DEFAULT_SETTLING_TIME;
  private RetryPolicy retryPolicy = RetryPolicy.defaults();
  private @Nullable RateLimiter rateLimiter;
  private @Nullable Double maxCallsPerSecond;
  private TimeSource time = TimeSource.system();
  private boolean built;

  RosterClientBuilder(MembershipDriver driver) {
    Objects.requireNonNull(driver, "driver must not be null");
    this.driver = () -> driver;
  }

  /** The driver is made last, so that a mistake before leaves nothing open. */
  private RosterClientBuilder(ProviderUri uri, Supplier<MembershipDriver> driver) {
    this.driver = driver;
    this.deadline = duration(uri, ClientParameters.DEADLINE, DEFAULT_DEADLINE);
    this.attemptTimeout = duration(uri, ClientParameters.ATTEMPT_TIMEOUT, DEFAULT_ATTEMPT_TIMEOUT);
    this.settlingTime = settlingTime(uri);
    rate(uri).ifPresent(this::maxCallsPerSecond);
  }

  static RosterClientBuilder of(String text) {
    ProviderUri uri = UriParser.parse(text);
    return new RosterClientBuilder(uri, () -> Drivers.open(uri));
  }

  static RosterClientBuilder of(String text, DriverFactory factory) {
    Objects.requireNonNull(factory, "provider must not be null");
    ProviderUri uri = UriParser.parse(text);
    if (!factory.scheme().equals(uri.scheme())) {
      throw new IllegalArgumentException(
          "the URI has the scheme '%s', and the driver factory serves '%s'"
              .formatted(uri.scheme(), factory.scheme()));
    }
    return new RosterClientBuilder(uri, () -> factory.open(uri));
  }

  /**
   * Sets the time for a whole call, waits and attempts included.
   *
   * @param time positive; {@link #DEFAULT_DEADLINE} unless set
   * @return this
   * @throws IllegalArgumentException if the time is not positive
   */
  public RosterClientBuilder deadline(Duration time) {
    this.deadline = Ranges.positive(time, "deadline");
    return this;
  }

  /**
   * Sets the time for one attempt. What is left of the deadline cuts it.
   *
   * @param time positive; {@link #DEFAULT_ATTEMPT_TIMEOUT} unless set
   * @return this
   * @throws IllegalArgumentException if the time is not positive
   */
  public RosterClientBuilder attemptTimeout(Duration time) {
    this.attemptTimeout = Ranges.positive(time, "attemptTimeout");
    return this;
  }

  /**
   * Sets how long a call reads to find what became of a write whose response was lost, or that the
   * service refused with a conflict that it does not explain; see {@link
   * CallOptions#withSettlingTime}.
   *
   * @param time zero or more; {@link #DEFAULT_SETTLING_TIME} unless set
   * @return this
   * @throws IllegalArgumentException if the time is negative
   */
  public RosterClientBuilder settlingTime(Duration time) {
    this.settlingTime = Ranges.notNegative(time, "settlingTime");
    return this;
  }

  /**
   * Sets how calls wait and retry.
   *
   * @param policy {@link RetryPolicy#defaults()} unless set
   * @return this
   */
  public RosterClientBuilder retryPolicy(RetryPolicy policy) {
    this.retryPolicy = Objects.requireNonNull(policy, "retry policy must not be null");
    return this;
  }

  /**
   * Sets a ceiling for the attempts of all calls of this client together: a {@link
   * RateLimiter#adaptive(double)} of its own. They wait their turns, evenly spaced. A client whose
   * {@link #rateLimiter} is set has that one's ceiling, and refuses this one.
   *
   * @param rate positive; no ceiling unless set, and in place of the configuration string's
   * @return this
   * @throws IllegalArgumentException if the rate is not positive and finite
   */
  public RosterClientBuilder maxCallsPerSecond(double rate) {
    this.maxCallsPerSecond = Ranges.rate(rate);
    return this;
  }

  /**
   * Sets the rate limiter of all attempts of this client. Clients that use the same account share a
   * limit, and should share a limiter; they must then use the same time source. It excludes {@link
   * #maxCallsPerSecond}, in the configuration string too.
   *
   * @param limiter a {@link RateLimiter#adaptive()} of its own unless set
   * @return this
   */
  public RosterClientBuilder rateLimiter(RateLimiter limiter) {
    this.rateLimiter = Objects.requireNonNull(limiter, "rate limiter must not be null");
    return this;
  }

  /**
   * Adds a listener that is notified of what calls do. The same one is not added again: it would
   * count everything twice, and close half of the scopes that it opens.
   *
   * @param listener notified in the order of adding, and of the ends of calls and attempts in the
   *     reverse order
   * @return this
   */
  public RosterClientBuilder listener(CallListener listener) {
    Objects.requireNonNull(listener, "listener must not be null");
    if (listeners.stream().noneMatch(added -> added == listener)) {
      listeners.add(listener);
    }
    return this;
  }

  /**
   * Sets the clock that the client waits by, for tests.
   *
   * @param source {@link TimeSource#system()} unless set
   * @return this
   */
  public RosterClientBuilder timeSource(TimeSource source) {
    this.time = Objects.requireNonNull(source, "time source must not be null");
    return this;
  }

  /**
   * Opens the client. Nothing is sent.
   *
   * @return a new client, to be closed; it closes the driver
   * @throws IllegalArgumentException if the provider refuses the configuration string, if both
   *     {@link #maxCallsPerSecond} and {@link #rateLimiter} are set, or if the limiter is shared
   *     with a client of another time source; the message names the part
   * @throws IllegalStateException if this builder has made its client
   */
  public RosterClient build() {
    if (built) {
      throw new IllegalStateException("a builder makes one client: start another builder");
    }
    ClientSettings settings =
        new ClientSettings(
            deadline,
            attemptTimeout,
            settlingTime,
            retryPolicy,
            limiter(),
            List.copyOf(listeners),
            time);
    CallPipeline pipeline = new CallPipeline(driver.get(), settings);
    built = true;
    RosterClient client = new RosterClient(pipeline, new LookupMemory(), CallOptions.defaults());
    pipeline.opened(
        ClientInfo.of(client.provider(), client.identityStoreId(), client.rateLimiter()));
    return client;
  }

  private Limiter limiter() {
    if (rateLimiter != null && maxCallsPerSecond != null) {
      throw new IllegalArgumentException(
          "set either maxCallsPerSecond, here or in the URI, or rateLimiter, not both: give the"
              + " limiter its own ceiling with RateLimiter.adaptive("
              + maxCallsPerSecond
              + ")");
    }
    if (rateLimiter != null) {
      return rateLimiter.limiter(time);
    }
    RateLimiter own =
        maxCallsPerSecond == null
            ? RateLimiter.adaptive()
            : RateLimiter.adaptive(maxCallsPerSecond);
    return own.limiter(time);
  }

  private static Duration duration(ProviderUri uri, String name, Duration otherwise) {
    return uri.parameter(name)
        .map(text -> Ranges.positive(duration(name, text), name))
        .orElse(otherwise);
  }

  private static Duration settlingTime(ProviderUri uri) {
    String name = ClientParameters.SETTLING_TIME;
    return uri.parameter(name)
        .map(text -> Ranges.notNegative(duration(name, text), name))
        .orElse(DEFAULT_SETTLING_TIME);
  }

  private static Duration duration(String name, String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException malformed) {
      throw new IllegalArgumentException(
          "parameter '%s' of the URI must be a duration such as PT30S".formatted(name), malformed);
    }
  }

  private static OptionalDouble rate(ProviderUri uri) {
    String text = uri.parameter(ClientParameters.MAX_CALLS_PER_SECOND).orElse("");
    return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Ranges.rate(number(text)));
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException malformed) {
      throw new IllegalArgumentException(
          "parameter 'maxCallsPerSecond' of the URI must be a number such as 15", malformed);
    }
  }
}
