package dev.roster.campaign;

import org.jspecify.annotations.Nullable;

/**
 * What the transport of a client asks before it sends a request: which attempt it is, and where to
 * connect to.
 */
final class Network {

  private final FaultyProxy proxy;
  private final DeadPorts dead;
  private final Weather weather;
  private final CallWatch watch;

  Network(FaultyProxy proxy, DeadPorts dead, Weather weather, CallWatch watch) {
    this.proxy = proxy;
    this.dead = dead;
    this.weather = weather;
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
    Fault fault = weather.plan(key).fault();
    return fault.isBeforeProxy() ? dead.port(fault) : proxy.port();
  }

  /** Whether this thread's attempt finds no credentials, and how that is decided further. */
  @Nullable Dice lackOfCredentials() {
    AttemptKey key = CallWatch.current();
    if (key == null || weather.plan(key).fault() != Fault.NO_CREDENTIALS) {
      return null;
    }
    watch.record(key.call()).sentWithoutCredentials(key);
    return weather.plan(key).dice();
  }
}
