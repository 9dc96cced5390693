package dev.roster.examples.lines;

import dev.roster.IdentityStoreId;
import dev.roster.Operation;
import dev.roster.conformance.StoreBackedHarness;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.MemoryPersonality;
import dev.roster.spi.MembershipDriver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** A line server of its own for each test. */
final class LineHarness extends StoreBackedHarness {

  private final LineServer server;

  LineHarness() throws IOException {
    super(
        new MemoryIdentityStore(
            new IdentityStoreId("toy-store"),
            InstantSource.system(),
            MemoryPersonality.TELLING.traits().toBuilder().membersPerWrite(20, false).build()));
    server = new LineServer(store());
  }

  @Override
  public MembershipDriver openDriver() {
    return LineDirectory.driver(store().identityStoreId(), server.address());
  }

  @Override
  public MembershipDriver openDriverOfAnotherStore() {
    return LineDirectory.driver(new IdentityStoreId("other-store"), server.address());
  }

  @Override
  public MembershipDriver openUnreachableDriver() throws IOException {
    return LineDirectory.driver(store().identityStoreId(), addressWithoutListener());
  }

  /** Nothing is signed, so no signature can be out of time. */
  @Override
  public boolean canInject(Operation operation, Fault fault) {
    return fault.kind() != FaultKind.CLOCK_SKEW;
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
    super.close();
    try {
      server.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
