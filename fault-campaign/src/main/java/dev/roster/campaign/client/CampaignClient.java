package dev.roster.campaign.client;

import dev.roster.AsyncRosterClient;
import dev.roster.CallOptions;
import dev.roster.RosterClient;
import dev.roster.TimeSource;
import dev.roster.campaign.record.CallWatch;
import java.util.concurrent.Executor;

/** The client of one run, and the views of it that calls are made on. Thread-safe. */
public final class CampaignClient implements AutoCloseable {

  private final RosterClient client;
  private final Executor ownThreads;
  private final TimeSource time;
  private volatile boolean closed;

  public CampaignClient(RosterClient client, Executor ownThreads, TimeSource time) {
    this.client = client;
    this.ownThreads = ownThreads;
    this.time = time;
  }

  public RosterClient view(CallChoices choices) {
    return client.with(
        CallOptions.defaults()
            .withDeadline(choices.deadline())
            .withSettlingTime(choices.settlingTime())
            .withPageSize(choices.pageSize())
            .withCorrelationId(CallWatch.CALL, Long.toString(choices.call())));
  }

  public AsyncRosterClient async(CallChoices choices) {
    RosterClient view = view(choices);
    return choices.mode() == CallChoices.Mode.ASYNC ? view.async() : view.async(ownThreads);
  }

  public TimeSource time() {
    return time;
  }

  public boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    client.close();
  }
}
