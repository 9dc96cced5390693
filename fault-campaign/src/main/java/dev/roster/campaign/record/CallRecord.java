package dev.roster.campaign.record;

import dev.roster.bulk.GroupMember;
import dev.roster.campaign.weather.AttemptKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one call of the campaign, from the listener and from the proxy. Thread-safe.
 */
public final class CallRecord {

  private static final long LONGEST_WAIT_MILLIS = 20_000;

  /** After this a call that was cancelled before it began never will. */
  private static final Duration BEGINNING = Duration.ofMillis(500);

  private final long number;
  private final Map<Long, PartRecord> parts = new LinkedHashMap<>();
  private final List<Exchange> exchanges = new ArrayList<>();
  private final List<AttemptKey> withoutCredentials = new ArrayList<>();
  private final List<String> irregular = new ArrayList<>();
  private int onTheirWay;

  CallRecord(long number) {
    this.number = number;
  }

  public long number() {
    return number;
  }

  synchronized PartRecord part(long callId, long now) {
    return parts.computeIfAbsent(callId, fresh -> new PartRecord(number, parts.size(), now));
  }

  public synchronized List<PartRecord> parts() {
    return List.copyOf(parts.values());
  }

  public synchronized @Nullable PartRecord partNumber(int wanted) {
    return parts.values().stream().filter(part -> part.number() == wanted).findFirst().orElse(null);
  }

  public synchronized void add(Exchange exchange) {
    exchanges.add(exchange);
    onTheirWay++;
  }

  public synchronized void arrived() {
    onTheirWay--;
    notifyAll();
  }

  /** Something that the proxy saw, and that must not be. */
  public synchronized void irregular(String what) {
    irregular.add(what);
  }

  public synchronized List<String> irregular() {
    return List.copyOf(irregular);
  }

  public synchronized void sentWithoutCredentials(AttemptKey key) {
    withoutCredentials.add(key);
  }

  public synchronized boolean lackedCredentials() {
    return !withoutCredentials.isEmpty();
  }

  public synchronized List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  public synchronized List<Exchange> exchanges(AttemptKey key) {
    return exchanges.stream().filter(exchange -> exchange.key().equals(key)).toList();
  }

  public List<Exchange> exchangesOf(PartRecord part) {
    return exchanges().stream().filter(e -> e.key().part() == part.number()).toList();
  }

  public Set<GroupMember> touched() {
    return exchanges().stream()
        .map(Exchange::pair)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  public Set<EntryName> touchedEntries() {
    return exchanges().stream()
        .map(Exchange::entry)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /** Waits until every request of this call that the proxy has is delivered or lost for good. */
  public synchronized void awaitArrivals() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MILLIS);
    while (onTheirWay > 0 && System.nanoTime() < end) {
      wait(LONGEST_WAIT_MILLIS);
    }
  }

  /** Waits until the client says that its call has ended, where it has begun. */
  public synchronized void awaitEnd(Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    long start = System.nanoTime() + BEGINNING.toNanos();
    while (System.nanoTime() < (parts.isEmpty() ? start : end) && !haveEnded()) {
      wait(BEGINNING.toMillis());
    }
  }

  private boolean haveEnded() {
    return !parts.isEmpty() && parts.values().stream().allMatch(p -> p.reportedAttempts() >= 0);
  }

  synchronized void partEnded() {
    notifyAll();
  }

  @Override
  public String toString() {
    return parts().stream()
            .map(part -> String.valueOf(part.attempts()))
            .collect(Collectors.joining(" | "))
        + " wire "
        + exchanges();
  }
}
