package dev.roster.campaign.record;

/** What the calls of a campaign are about. */
public enum About {
  /** Memberships: single calls, bulk runs and reconciliations. */
  MEMBERSHIPS,
  /** Users and groups. */
  DIRECTORY
}
