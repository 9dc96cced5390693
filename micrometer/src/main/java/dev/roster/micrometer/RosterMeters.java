package dev.roster.micrometer;

import dev.roster.AttemptInfo;
import dev.roster.CallListener;
import dev.roster.ClientInfo;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Meters of the rate limiter, which no observation can show: the permitted rate, and how long
 * attempts wait for their turns. Beside {@link RosterObservations}, which has the timers of calls
 * and attempts.
 *
 * <p>{@value #PERMITTED} is the rate that the limiters of all open clients of this listener permit
 * together, by provider; a limiter that several of them share counts once. It is not a number while
 * nothing limits them. {@value #WAIT} times the waits, by provider and operation; an attempt that
 * had its turn at once is not in it.
 *
 * <p>Needs {@code micrometer-core}. Thread-safe; clients that have the same name in the same
 * registry must have the same listener, or the rate of the first one alone is seen.
 */
public final class RosterMeters implements CallListener {

  /** The name of the gauge of the permitted rate. */
  public static final String PERMITTED = "roster.limiter.permitted";

  /** The name of the timer of waits. */
  public static final String WAIT = "roster.limiter.wait";

  private final MeterRegistry registry;
  private final String clientName;
  private final Meter.MeterProvider<Timer> waits;
  private final Map<String, PermittedRate> rates = new ConcurrentHashMap<>();

  private RosterMeters(MeterRegistry registry, String clientName) {
    this.registry = registry;
    this.clientName = clientName;
    this.waits =
        Timer.builder(WAIT)
            .description("Waits of attempts for their turns at the rate limiter")
            .withRegistry(registry);
  }

  /**
   * Meters of a registry.
   *
   * @param registry has the meters
   * @return a new listener
   */
  public static RosterMeters of(MeterRegistry registry) {
    Objects.requireNonNull(registry, "registry must not be null");
    return new RosterMeters(registry, RosterObservations.DEFAULT_CLIENT);
  }

  /**
   * The same with a name for the client, to tell several clients of an application apart.
   *
   * @param name as for {@link RosterObservations#withClientName}
   * @return a new listener
   */
  public RosterMeters withClientName(String name) {
    return new RosterMeters(registry, Objects.requireNonNull(name, "name must not be null"));
  }

  @Override
  public void clientOpened(ClientInfo client) {
    rates.computeIfAbsent(client.provider(), this::registered).add(client.rateLimiter());
  }

  private PermittedRate registered(String provider) {
    PermittedRate rate = new PermittedRate();
    Gauge.builder(PERMITTED, rate, PermittedRate::callsPerSecond)
        .description("The rate that the rate limiter permits now")
        .baseUnit("calls per second")
        .tags(tags(provider))
        .strongReference(true)
        .register(registry);
    return rate;
  }

  @Override
  public void clientClosed(ClientInfo client) {
    PermittedRate rate = rates.get(client.provider());
    if (rate != null) {
      rate.remove(client.rateLimiter());
    }
  }

  @Override
  public void waitedForPacing(AttemptInfo attempt, Duration waited) {
    Tags tags = tags(attempt.call().provider());
    waits
        .withTags(tags.and(RosterKey.OPERATION.asString(), attempt.call().operation()))
        .record(waited);
  }

  private Tags tags(String provider) {
    return Tags.of(
        RosterKey.CLIENT.asString(), clientName, RosterKey.PROVIDER.asString(), provider);
  }

  @Override
  public String toString() {
    return "RosterMeters[client=%s]".formatted(clientName);
  }
}
