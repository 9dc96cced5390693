package dev.roster.campaign.record;

import dev.roster.Operation;
import dev.roster.bulk.GroupMember;
import dev.roster.campaign.weather.AttemptKey;
import dev.roster.campaign.weather.Fault;
import dev.roster.campaign.weather.FaultPlan;
import org.jspecify.annotations.Nullable;

/** One request as the proxy saw it, and what it did with it. Thread-safe. */
public final class Exchange {

  private static final int CONFLICT = 409;

  private final AttemptKey key;
  private final FaultPlan plan;
  private final Operation operation;
  private final @Nullable GroupMember pair;
  private final @Nullable EntryName entry;
  private volatile boolean delivered;
  private volatile boolean serviceResponded;
  private volatile boolean onlyLineEndsMissing;
  private volatile int status;
  private volatile String sentInstead = "no service response";

  public Exchange(AttemptKey key, FaultPlan plan, Operation operation, @Nullable GroupMember pair) {
    this(key, plan, operation, pair, null);
  }

  /**
   * A request about a membership, or about a user or group.
   *
   * @param key which attempt it is
   * @param plan what happens to it
   * @param operation what it asks for
   * @param pair the membership that it names
   * @param entry the user or group that it creates, changes or deletes
   */
  public Exchange(
      AttemptKey key,
      FaultPlan plan,
      Operation operation,
      @Nullable GroupMember pair,
      @Nullable EntryName entry) {
    this.key = key;
    this.plan = plan;
    this.operation = operation;
    this.pair = pair;
    this.entry = entry;
  }

  public AttemptKey key() {
    return key;
  }

  public Operation operation() {
    return operation;
  }

  public @Nullable GroupMember pair() {
    return pair;
  }

  public @Nullable EntryName entry() {
    return entry;
  }

  public Fault fault() {
    return plan.fault();
  }

  /** The store's server has the request, or will have it. */
  public void delivered() {
    delivered = true;
  }

  boolean isDelivered() {
    return delivered;
  }

  /** The service's own response to this request went out to its end. */
  public void responded(int responseStatus) {
    status = responseStatus;
    serviceResponded = true;
  }

  /** It did not: the client was gone. */
  public void unread() {
    serviceResponded = false;
  }

  /**
   * All that the service said went out, and its end, but for line ends that a client may not miss:
   * then it may take the response or refuse it.
   */
  public void onlyLineEndsMissing(int responseStatus) {
    status = responseStatus;
    onlyLineEndsMissing = true;
  }

  /** What went out in place of the service's response, for the report. */
  public void sentInstead(String bytes) {
    sentInstead = "[" + bytes.replaceAll("[\\r\\n]+", " / ") + "]";
  }

  boolean hasServiceResponse() {
    return serviceResponded;
  }

  /** A response of the service's own that says surely what became of the request. */
  public boolean isDefinite() {
    return serviceResponded && status < 500;
  }

  /** The same, or one of which only closing line ends are missing. */
  public boolean mayBeDefinite() {
    return mayHaveBeenRead() && status < 500;
  }

  private boolean mayHaveBeenRead() {
    return serviceResponded || onlyLineEndsMissing;
  }

  /** A conflict of the service's own, of which it does not say more. */
  public boolean isConflict() {
    boolean named = status == CONFLICT || fault() == Fault.UNKNOWN_CONFLICT;
    return mayHaveBeenRead() && named && fault() != Fault.BUSY;
  }

  /** A success of the service's own that a client can have read. */
  public boolean isSuccess() {
    return mayHaveBeenRead() && status < 300;
  }

  @Override
  public String toString() {
    String words = serviceResponded ? Integer.toString(status) : sentInstead;
    return "%s %s %s%s -> %s"
        .formatted(key, operation, fault(), delivered ? "" : " (undelivered)", words);
  }
}
