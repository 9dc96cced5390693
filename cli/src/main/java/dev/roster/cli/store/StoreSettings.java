package dev.roster.cli.store;

import dev.roster.CallListener;
import dev.roster.RosterClient;
import dev.roster.RosterClientBuilder;
import dev.roster.cli.configuration.StoreAddress;
import dev.roster.cli.configuration.UsageException;
import dev.roster.cli.terminal.Notices;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a store is reached.
 *
 * @param deadline the time for each call, or null for the client's own
 * @param rate the most calls a second, or null for no ceiling
 * @param verbose whether each request is shown
 */
public record StoreSettings(@Nullable Duration deadline, @Nullable Double rate, boolean verbose) {

  /**
   * Opens a client. Nothing is sent.
   *
   * @param address the store
   * @param notices where requests are shown
   * @param listeners are notified of what calls do
   * @return a new client, to be closed
   * @throws UsageException if the address cannot be used; the message says which part
   */
  public RosterClient open(StoreAddress address, Notices notices, CallListener... listeners) {
    try {
      RosterClientBuilder builder = RosterClient.builder(address.uri());
      limit(builder);
      listen(builder, notices, listeners);
      return builder.build();
    } catch (IllegalArgumentException unusable) {
      throw new UsageException("the store of %s: %s".formatted(address, unusable.getMessage()));
    }
  }

  private void limit(RosterClientBuilder builder) {
    if (deadline != null) {
      builder.deadline(deadline);
    }
    if (rate != null) {
      builder.maxCallsPerSecond(rate);
    }
  }

  private void listen(RosterClientBuilder builder, Notices notices, CallListener... listeners) {
    if (verbose) {
      builder.listener(new CallLines(notices));
    }
    for (CallListener listener : listeners) {
      builder.listener(listener);
    }
  }
}
