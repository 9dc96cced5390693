package dev.roster.internal.configuration;

import dev.roster.Capability;
import dev.roster.Operation;
import dev.roster.Resource;
import dev.roster.spi.DirectoryDriver;
import dev.roster.spi.ListsByGroup;
import dev.roster.spi.ListsByMember;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.ServiceTraits;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** What applications may ask of a provider, as it follows from its driver. */
public final class Capabilities {

  private Capabilities() {}

  /**
   * The capabilities that follow from a driver's traits and interfaces.
   *
   * @param driver the driver
   * @return an unmodifiable set
   */
  public static Set<Capability> of(MembershipDriver driver) {
    Set<Capability> found = EnumSet.noneOf(Capability.class);
    addDeclared(found, driver.traits());
    addImplemented(found, driver);
    return Collections.unmodifiableSet(found);
  }

  private static void addDeclared(Set<Capability> found, ServiceTraits traits) {
    add(found, Capability.NAMES_WHAT_IS_MISSING, namesAll(traits));
    add(found, Capability.AUDIT_DETAILS, traits.auditDetails());
    add(found, Capability.ABORTS_BLOCKED_ATTEMPTS, traits.abortsBlockedAttempts());
    add(found, Capability.TELLS_WHAT_CHANGED, traits.addingTells() && traits.removingTells());
  }

  private static void addImplemented(Set<Capability> found, MembershipDriver driver) {
    add(found, Capability.LISTS_BY_GROUP, driver instanceof ListsByGroup);
    add(found, Capability.LISTS_BY_MEMBER, driver instanceof ListsByMember);
    add(found, Capability.DIRECTORY, driver instanceof DirectoryDriver);
  }

  private static boolean namesAll(ServiceTraits traits) {
    return Stream.of(Operation.values())
        .filter(operation -> operation.about() == Resource.MEMBERSHIP)
        .allMatch(traits::namesWhatIsMissing);
  }

  private static void add(Set<Capability> found, Capability capability, boolean isThere) {
    if (isThere) {
      found.add(capability);
    }
  }
}
