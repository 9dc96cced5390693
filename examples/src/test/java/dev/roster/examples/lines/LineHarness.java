package dev.roster.examples.lines;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.UserId;
import dev.roster.conformance.ConformanceHarness;
import dev.roster.conformance.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.spi.MembershipDriver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A line server of its own for each test. */
final class LineHarness implements ConformanceHarness {

  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("toy-store"));
  private final LineServer server;

  LineHarness() throws IOException {
    server = new LineServer(store);
  }

  @Override
  public MembershipDriver openDriver() {
    return LineDirectory.driver(store.identityStoreId(), server.address());
  }

  @Override
  public MembershipDriver openDriverOfAnotherStore() {
    return LineDirectory.driver(new IdentityStoreId("other-store"), server.address());
  }

  @Override
  public MembershipDriver openUnreachableDriver() throws IOException {
    try (ServerSocket closing = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      InetSocketAddress nobody =
          new InetSocketAddress(closing.getInetAddress(), closing.getLocalPort());
      return LineDirectory.driver(store.identityStoreId(), nobody);
    }
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
    return new GroupId("no-group");
  }

  @Override
  public UserId absentUser() {
    return new UserId("no-user");
  }

  @Override
  public MembershipId absentMembership() {
    return new MembershipId("no-membership");
  }

  /** Nothing is signed, so no signature can be out of time. */
  @Override
  public Set<Fault> supportedFaults() {
    return EnumSet.complementOf(EnumSet.of(Fault.SKEW_CLOCK));
  }

  @Override
  public void inject(Operation operation, int request, Fault fault) {
    store.faults().on(operation).call(request - requests(operation), scripted(fault));
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
  public Set<String> malformedIds() {
    return Set.of("f".repeat(65));
  }

  @Override
  public Optional<Class<? extends Throwable>> nativeError() {
    return Optional.of(LineRefusalException.class);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
