package dev.roster.conformance;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.MemoryMemberships;
import dev.roster.memory.MemoryNestedGroups;
import dev.roster.memory.MemoryPersonality;
import dev.roster.memory.MemoryStoreException;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.ServiceTraits;
import java.time.InstantSource;
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
    this(MemoryPersonality.TELLING.traits(), disguise);
  }

  MemoryHarness(ServiceTraits traits, UnaryOperator<MembershipDriver> disguise) {
    super(store("d-1234567890", traits));
    this.disguise = disguise;
  }

  /** A harness over a service of another kind. */
  static MemoryHarness of(ServiceTraits traits) {
    return new MemoryHarness(traits, driver -> driver);
  }

  private static MemoryIdentityStore store(String id, ServiceTraits traits) {
    return new MemoryIdentityStore(new IdentityStoreId(id), InstantSource.system(), traits);
  }

  /** As the store is, whatever a disguised driver says. */
  @Override
  public ServiceTraits traits() {
    return store().traits();
  }

  @Override
  public MembershipDriver openDriver() {
    return disguise.apply(MemoryMemberships.driver(store()));
  }

  @Override
  public boolean nest(GroupId outer, GroupId inner) {
    return MemoryNestedGroups.of(store()).add(outer, inner);
  }

  @Override
  public Set<String> secrets() {
    return Set.of(SECRET);
  }

  @Override
  public MembershipDriver openDriverOfAnotherStore() {
    return MemoryMemberships.driver(store("d-0000000000", traits()));
  }

  @Override
  public MembershipDriver openUnreachableDriver() {
    MemoryIdentityStore unreachable = store(store().identityStoreId().value(), traits());
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
