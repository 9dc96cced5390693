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
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Meters of the rate limiter, which no observation can show: the permitted rate, and how long
 * attempts wait for their turns. Beside {@link RosterObservations}, which has the timers of calls
 * and attempts.
 *
 * <p>{@value #PERMITTED} is the rate that the limiters of all open clients of one name in one
 * registry permit together, by provider, whichever of these listeners they have; a limiter that
 * several of them share counts once. It is not a number while nothing limits them. {@value #WAIT}
 * times the waits, by provider and operation, those that the deadline ended without a turn
 * included; an attempt that had its turn at once is not in it.
 *
 * <p>Needs {@code micrometer-core}. Thread-safe.
 */
public final class RosterMeters implements CallListener {

  /** The name of the gauge of the permitted rate. */
  public static final String PERMITTED = "roster.limiter.permitted";

  /** The name of the timer of waits. */
  public static final String WAIT = "roster.limiter.wait";

  /**
   * A registry keeps the first gauge of an id for ever, so what it reads belongs to the registry
   * and not to a listener. No rate refers to a registry, which would never be collected then.
   */
  private static final Map<MeterRegistry, Map<Tags, PermittedRate>> RATES =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final MeterRegistry registry;
  private final String clientName;
  private final Meter.MeterProvider<Timer> waits;
  private final Map<Tags, PermittedRate> rates;

  private RosterMeters(MeterRegistry registry, String clientName) {
    this.registry = registry;
    this.clientName = clientName;
    this.rates = RATES.computeIfAbsent(registry, unseen -> new ConcurrentHashMap<>());
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
    Tags tags = tags(client.provider());
    PermittedRate rate = rates.computeIfAbsent(tags, unseen -> new PermittedRate());
    rate.add(client.rateLimiter());
    // An application can remove it, and Micrometer warns of each gauge that is registered twice.
    if (registry.find(PERMITTED).tags(tags).gauge() == null) {
      register(rate, tags);
    }
  }

  private void register(PermittedRate rate, Tags tags) {
    Gauge.builder(PERMITTED, rate, PermittedRate::callsPerSecond)
        .description("The rate that the rate limiter permits now")
        .baseUnit("calls per second")
        .tags(tags)
        .strongReference(true)
        .register(registry);
  }

  @Override
  public void clientClosed(ClientInfo client) {
    PermittedRate rate = rates.get(tags(client.provider()));
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
