package dev.roster.examples;

import dev.roster.Membership;
import dev.roster.directory.KnownNames;
import java.io.PrintStream;

/** A table for people. Its columns are as wide as ids usually are, so that rows can stream. */
record TableReport(PrintStream out) implements AccessReport {

  private static final String ROW = "%-8s %-14s %-38s %-38s %s%n";

  @Override
  public void begin() {
    out.printf(ROW, "CLOUD", "STORE", "GROUP", "MEMBER", "SINCE");
  }

  @Override
  public void row(String provider, Membership membership, KnownNames names) {
    out.printf(
        ROW,
        provider,
        membership.identityStoreId(),
        names.label(membership.groupId()),
        names.label(membership.memberId()),
        membership.createdAt().map(Object::toString).orElse("-"));
  }
}
