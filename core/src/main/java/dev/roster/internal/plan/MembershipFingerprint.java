package dev.roster.internal.plan;

import dev.roster.Membership;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Stands for the memberships of a group, whatever their order: the sum of a hash of each, so that a
 * listing of any length is not held. It is against accidents; it proves nothing.
 */
public final class MembershipFingerprint {

  private final MessageDigest digest = Sha256.digest();
  private long sum;
  private long count;

  /**
   * The fingerprint of a listing.
   *
   * @param listing the memberships of a group
   * @return 16 lower-case hexadecimal digits
   */
  public static String of(Iterable<Membership> listing) {
    MembershipFingerprint fingerprint = new MembershipFingerprint();
    listing.forEach(fingerprint::add);
    return fingerprint.text();
  }

  /**
   * Adds a membership. Its id counts too: a member who went and came back has another one.
   *
   * @param membership one of the group
   */
  public void add(Membership membership) {
    String both = membership.memberId().value() + '\n' + membership.membershipId().value();
    sum += ByteBuffer.wrap(digest.digest(both.getBytes(StandardCharsets.UTF_8))).getLong();
    count++;
  }

  /** {@return how many memberships were added} */
  public long count() {
    return count;
  }

  /** {@return 16 lower-case hexadecimal digits} */
  public String text() {
    return "%016x".formatted(sum);
  }
}
