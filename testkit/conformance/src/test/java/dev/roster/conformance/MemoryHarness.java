package dev.roster.conformance;

import dev.roster.IdentityStoreId;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.MemoryMemberships;
import dev.roster.memory.MemoryStoreException;
import dev.roster.spi.MembershipDriver;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A store in memory with its own driver: there is no wire, the driver counts the requests. */
class MemoryHarness extends StoreBackedHarness {

  static final String SECRET = "fakeSecretThatIsOfNoUse00000000000000001";

  private final UnaryOperator<MembershipDriver> disguise;

  MemoryHarness() {
    this(driver -> driver);
  }

  /** A harness whose drivers are not quite what they seem, to try the kit itself. */
  MemoryHarness(UnaryOperator<MembershipDriver> disguise) {
    super(new MemoryIdentityStore(new IdentityStoreId("d-1234567890")));
    this.disguise = disguise;
  }

  @Override
  public MembershipDriver openDriver() {
    return disguise.apply(MemoryMemberships.driver(store()));
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
    MemoryIdentityStore unreachable = new MemoryIdentityStore(store().identityStoreId());
    unreachable.faults().onAnyOperation().always(Fault.of(FaultKind.CONNECTION_REFUSED));
    return MemoryMemberships.driver(unreachable);
  }

  @Override
  public Optional<Class<?>> nativeClient() {
    return Optional.of(MemoryIdentityStore.class);
  }

  @Override
  public Optional<Class<? extends Throwable>> nativeError() {
    return Optional.of(MemoryStoreException.class);
  }
}
