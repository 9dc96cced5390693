package dev.roster.reconcile;

import dev.roster.Membership;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Stands for the memberships of a group, whatever their order: the sum of a hash of each, so that a
 * listing of any length is not held. It is against accidents; it proves nothing.
 */
final class MembershipFingerprint {

  private final MessageDigest digest = Sha256.digest();
  private long sum;
  private long count;

  static String of(Iterable<Membership> listing) {
    MembershipFingerprint fingerprint = new MembershipFingerprint();
    listing.forEach(fingerprint::add);
    return fingerprint.text();
  }

  /** The membership's id counts too: a member who went and came back has another one. */
  void add(Membership membership) {
    String both = membership.memberId().value() + '\n' + membership.membershipId().value();
    sum += ByteBuffer.wrap(digest.digest(both.getBytes(StandardCharsets.UTF_8))).getLong();
    count++;
  }

  long count() {
    return count;
  }

  String text() {
    return "%016x".formatted(sum);
  }
}
