package dev.roster.memory;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.UserId;
import dev.roster.conformance.ConformanceHarness;
import dev.roster.conformance.Fault;
import dev.roster.spi.MembershipDriver;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A store in memory with its own driver: there is no wire, the driver counts the requests. */
final class MemoryHarness implements ConformanceHarness {

  static final String SECRET = "fakeSecretThatNobodyNeeds000000000000001";

  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"));
  private final UnaryOperator<MembershipDriver> disguise;

  MemoryHarness() {
    this(driver -> driver);
  }

  /** A harness whose drivers are not quite what they seem, to try the kit itself. */
  MemoryHarness(UnaryOperator<MembershipDriver> disguise) {
    this.disguise = disguise;
  }

  @Override
  public MembershipDriver openDriver() {
    return disguise.apply(MemoryMemberships.driver(store));
  }

  @Override
  public Set<String> secrets() {
    return Set.of(SECRET);
  }

  @Override
  public MembershipDriver openDriverOfAnotherStore() {
    return MemoryMemberships.driver(new MemoryIdentityStore(new IdentityStoreId("d-0000000000")));
  }

  @Override
  public MembershipDriver openUnreachableDriver() {
    MemoryIdentityStore unreachable = new MemoryIdentityStore(store.identityStoreId());
    unreachable
        .faults()
        .onAnyOperation()
        .always(dev.roster.memory.Fault.of(FaultKind.REFUSE_CONNECTION));
    return MemoryMemberships.driver(unreachable);
  }

  @Override
  public GroupId newGroup() {
    return store.addGroup();
  }

  @Override
  public UserId newUser() {
    return store.addUser();
  }

  @Override
  public Membership addMembership(GroupId group, UserId user) {
    return store.createMembership(group, user);
  }

  @Override
  public GroupId absentGroup() {
    return new GroupId("fa4e0002-0000-4000-8000-ffffffffffff");
  }

  @Override
  public UserId absentUser() {
    return new UserId("fa4e0003-0000-4000-8000-ffffffffffff");
  }

  @Override
  public MembershipId absentMembership() {
    return new MembershipId("fa4e0001-0000-4000-8000-ffffffffffff");
  }

  @Override
  public Set<Fault> supportedFaults() {
    return EnumSet.allOf(Fault.class);
  }

  @Override
  public void inject(Operation operation, int request, Fault fault) {
    int fromNow = request - requests(operation);
    store.faults().on(operation).call(fromNow, scripted(fault));
  }

  private static dev.roster.memory.Fault scripted(Fault fault) {
    return switch (fault) {
      case THROTTLE_WITH_HINT -> dev.roster.memory.Fault.throttle(Fault.HINT);
      case FAIL_WITH_ZERO_HINT -> dev.roster.memory.Fault.fail(Duration.ZERO);
      default -> dev.roster.memory.Fault.of(FaultKind.valueOf(fault.name()));
    };
  }

  @Override
  public boolean awaitHeldReplies(int replies, Duration atMost) throws InterruptedException {
    return store.faults().awaitHeld(replies, atMost);
  }

  @Override
  public void releaseHeldReplies() {
    store.faults().release();
  }

  @Override
  public int requests(Operation operation) {
    return Math.toIntExact(store.requests().of(operation));
  }

  @Override
  public Optional<Class<?>> nativeClient() {
    return Optional.of(MemoryIdentityStore.class);
  }

  @Override
  public Optional<Class<? extends Throwable>> nativeError() {
    return Optional.of(MemoryStoreException.class);
  }

  @Override
  public void close() {
    store.faults().clear();
  }
}
