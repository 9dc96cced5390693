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
    USER("userName", "displayName"),
    GROUP("displayName", "description");

    private final String nameAttribute;
    private final String valueAttribute;

    Kind(String nameAttribute, String valueAttribute) {
      this.nameAttribute = nameAttribute;
      this.valueAttribute = valueAttribute;
    }

    /** The store's attribute that holds the unique name. */
    public String nameAttribute() {
      return nameAttribute;
    }

    /** The store's attribute that updates set. */
    public String valueAttribute() {
      return valueAttribute;
    }
  }
}
