package dev.roster.campaign.calls;

import dev.roster.GroupId;
import dev.roster.bulk.GroupMember;
import dev.roster.campaign.client.CampaignClient;
import dev.roster.campaign.law.EntryReadLaw;
import dev.roster.campaign.law.ReadLaw;
import dev.roster.campaign.record.About;
import dev.roster.campaign.record.CallReport;
import dev.roster.campaign.record.CallWatch;
import dev.roster.campaign.record.Heartbeat;
import dev.roster.campaign.record.Ledger;
import dev.roster.campaign.weather.Weather;
import java.time.Duration;
import java.util.List;

/**
 * What the actors of one run share.
 *
 * @param seed of the run's decisions
 * @param about what their calls are about
 * @param client what they call
 * @param watch what is known of their calls
 * @param ledger what is true
 * @param heartbeat for how long the machine stood still
 * @param weather what happens to their messages
 * @param verdicts where the judgements go
 * @param disturbance how likely a call is interrupted or cancelled
 * @param timeFactor how much faster than real time the campaign's clock runs
 * @param crowd groups without members, so many that a check of them takes two requests
 */
public record RunScene(
    long seed,
    About about,
    CampaignClient client,
    CallWatch watch,
    Ledger ledger,
    Heartbeat heartbeat,
    Weather weather,
    Verdicts verdicts,
    double disturbance,
    int timeFactor,
    List<GroupId> crowd) {

  boolean isLagging() {
    return !weather.lag().isZero();
  }

  /** How long one attempt may take, on the campaign's clock. */
  Duration attempt() {
    return Duration.ofMillis((long) weather.attemptMillis() * timeFactor);
  }

  ReadLaw reads() {
    return new ReadLaw(ledger, weather.lag().toNanos());
  }

  EntryReadLaw entryReads() {
    return new EntryReadLaw(ledger.entries(), weather.lag().toNanos());
  }

  /** Before this, what was changed has arrived at every read. */
  long settledSince() {
    return isLagging() ? client.time().nanoTime() - weather.lag().toNanos() : Long.MAX_VALUE;
  }

  /** Whether what was changed of all these pairs has arrived at every read. */
  boolean areSettled(List<GroupMember> pairs) {
    return pairs.stream().allMatch(pair -> ledger.isQuietSince(pair, settledSince()));
  }

  /** Whether a request of an earlier call, late on its way, changed a pair during this one. */
  boolean wasDisturbedByOthers(GroupMember pair, CallReport call) {
    return ledger.wasChangedByOthers(pair, call.record().number(), call.startNanos());
  }
}
