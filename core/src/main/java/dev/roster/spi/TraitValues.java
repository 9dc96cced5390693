package dev.roster.spi;

import dev.roster.Operation;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What {@link ServiceTraits} hold, and what their builder refuses. */
record TraitValues(
    Map<Operation, Integer> largestPages,
    Set<Operation> unpaged,
    int groupsPerCheck,
    int membersPerWrite,
    boolean allOrNothing,
    boolean addingTells,
    boolean removingTells,
    boolean derivedIds,
    Set<Operation> namesMissing,
    Set<Operation> readsFirst,
    boolean transitiveChecks,
    boolean auditDetails,
    boolean abortsBlockedAttempts) {

  static Operation requireListing(Operation operation) {
    Objects.requireNonNull(operation, "operation must not be null");
    if (operation != Operation.LIST_MEMBERSHIPS
        && operation != Operation.LIST_MEMBERSHIPS_FOR_MEMBER) {
      throw new IllegalArgumentException(operation.methodName() + " is no listing");
    }
    return operation;
  }

  static int positive(int number, String what) {
    if (number < 1) {
      throw new IllegalArgumentException(what + " holds 1 or more, but is to hold " + number);
    }
    return number;
  }
}
