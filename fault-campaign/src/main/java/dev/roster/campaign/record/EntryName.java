package dev.roster.campaign.record;

/**
 * The unique name of a user or group, which names it in every run of the campaign.
 *
 * @param kind user or group
 * @param name the name
 */
public record EntryName(Kind kind, String name) {

  /** What has the name. */
  public enum Kind {
    USER,
    GROUP
  }
}
