package dev.roster.sync.internal.state;

import dev.roster.Membership;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Since when a removal is due, and of which membership: whoever left and was added again has
 * another one, whoever did that.
 *
 * @param since since when
 * @param membership the identifier of the membership; null in a file of an earlier version
 */
public record Due(Instant since, @Nullable String membership) {

  boolean isOf(Membership present, UnaryOperator<String> canonicalId) {
    return membership == null
        || canonicalId.apply(membership).equals(canonicalId.apply(present.membershipId().value()));
  }
}
