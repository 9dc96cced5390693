package dev.roster.campaign.client;

import dev.roster.campaign.proxy.DeadPorts;
import dev.roster.campaign.proxy.FaultyProxy;
import dev.roster.campaign.record.CallWatch;
import dev.roster.campaign.weather.AttemptKey;
import dev.roster.campaign.weather.Dice;
import dev.roster.campaign.weather.Fault;
import dev.roster.campaign.weather.Forecast;
import org.jspecify.annotations.Nullable;

/**
 * What the transport of a client asks before it sends a request: which attempt it is, and where to
 * connect to.
 */
public final class Network {

  private final FaultyProxy proxy;
  private final DeadPorts dead;
  private final Forecast forecast;
  private final CallWatch watch;

  public Network(FaultyProxy proxy, DeadPorts dead, Forecast forecast, CallWatch watch) {
    this.proxy = proxy;
    this.dead = dead;
    this.forecast = forecast;
    this.watch = watch;
  }

  int port() {
    return proxy.port();
  }

  /** The attempt that this thread is about to send. */
  @Nullable AttemptKey sending() {
    return watch.sending();
  }

  int portFor(AttemptKey key) {
    Fault fault = forecast.plan(key).fault();
    return fault.isBeforeProxy() ? dead.port(fault) : proxy.port();
  }

  /** Whether this thread's attempt finds no credentials, and how that is decided further. */
  @Nullable Dice lackOfCredentials() {
    AttemptKey key = CallWatch.current();
    if (key == null || forecast.plan(key).fault() != Fault.NO_CREDENTIALS) {
      return null;
    }
    watch.record(key.call()).sentWithoutCredentials(key);
    return forecast.plan(key).dice();
  }
}
