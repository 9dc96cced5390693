package dev.roster.examples;

import dev.roster.Membership;
import dev.roster.directory.KnownNames;

/** Where an access review goes, row by row. */
interface AccessReport {

  void begin();

  void row(String provider, Membership membership, KnownNames names);
}
