package dev.roster.conformance;

import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.UserId;
import dev.roster.memory.Fault;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.MemoryMemberships;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.ServiceTraits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Objects;

/**
 * A harness over a store in memory, which seeds, spoils and counts; only the drivers are left to
 * make. For a service whose stand-in is a server in front of a {@link MemoryIdentityStore}: of its
 * own, or the emulator.
 *
 * <p>The server MUST pass each request through the store's own driver or gate, or nothing is spoilt
 * and counted, and MUST render the faults that break a response or a connection.
 */
public abstract class StoreBackedHarness implements ConformanceHarness {

  private final MemoryIdentityStore store;

  /**
   * Takes the store.
   *
   * @param store new for each harness
   */
  protected StoreBackedHarness(MemoryIdentityStore store) {
    this.store = Objects.requireNonNull(store, "store must not be null");
  }

  /**
   * The store.
   *
   * @return the same at every call
   */
  protected final MemoryIdentityStore store() {
    return store;
  }

  /**
   * An address of the loopback interface without a listener, for {@link #openUnreachableDriver()}.
   *
   * @return a new address
   * @throws IOException if there is no free port
   */
  protected static InetSocketAddress addressWithoutListener() throws IOException {
    try (ServerSocket closing = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new InetSocketAddress(closing.getInetAddress(), closing.getLocalPort());
    }
  }

  @Override
  public final GroupId newGroup() {
    return store.addGroup();
  }

  @Override
  public final UserId newUser() {
    return store.addUser();
  }

  @Override
  public final Membership addMembership(GroupId group, UserId user) {
    return store.createMembership(group, user);
  }

  @Override
  public final GroupId absentGroup() {
    return new GroupId("fa4e0002-0000-4000-8000-ffffffffffff");
  }

  @Override
  public final UserId absentUser() {
    return new UserId("fa4e0003-0000-4000-8000-ffffffffffff");
  }

  @Override
  public final MembershipId absentMembership() {
    MembershipDriver driver = MemoryMemberships.driver(store);
    return driver.traits().derivedIds()
        ? driver.derivedId(absentGroup(), absentUser())
        : new MembershipId("fa4e0001-0000-4000-8000-ffffffffffff");
  }

  /** All that a service like the store knows, unless overridden. */
  @Override
  public boolean canInject(Operation operation, Fault fault) {
    ServiceTraits traits = store.traits();
    return switch (fault.kind()) {
      case PAGE_EMPTY, PAGE_TOKEN_EXPIRED, PAGE_TOKEN_REPEATED, PAGE_TOKENS_LOOPED ->
          traits.isPaged(operation);
      case CONFLICT -> traits.addingTells();
      default -> true;
    };
  }

  @Override
  public final void inject(Operation operation, int request, Fault fault) {
    int seen =
        Math.toIntExact(store.requests().of(operation)) / store.traits().requestsOf(operation);
    store.faults().on(operation).call(request - seen, fault);
  }

  @Override
  public final boolean awaitHeldResponses(int responses, Duration atMost)
      throws InterruptedException {
    return store.faults().awaitHeld(responses, atMost);
  }

  @Override
  public final void releaseHeldResponses() {
    store.faults().release();
  }

  /** As the store counts, unless the server in front of it counts better. */
  @Override
  public int requests(Operation operation) {
    return Math.toIntExact(store.requests().of(operation));
  }

  /** Releases held responses; who overrides it calls this one too. */
  @Override
  public void close() {
    store.faults().clear();
  }
}
