package dev.roster.sync.internal.state;

import dev.roster.reconcile.PlannedChange;
import java.util.function.UnaryOperator;

/**
 * A removal by the one spelling of its identifiers, so that it is found again where a source or a
 * listing spells them in another way.
 *
 * @param group the group
 * @param member the member
 */
public record DueRemoval(String group, String member) {

  public static DueRemoval of(PlannedChange change, UnaryOperator<String> canonicalId) {
    return new DueRemoval(change.groupId().value(), change.memberId().value()).spelt(canonicalId);
  }

  public DueRemoval spelt(UnaryOperator<String> canonicalId) {
    return new DueRemoval(canonicalId.apply(group), canonicalId.apply(member));
  }
}
