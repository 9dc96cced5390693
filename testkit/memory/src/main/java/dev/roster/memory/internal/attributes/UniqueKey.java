package dev.roster.memory.internal.attributes;

/**
 * A value that no two users, or no two groups, may have.
 *
 * @param path which attribute
 * @param issuer who gave the value out; empty for all but external identifiers
 * @param value the value
 */
public record UniqueKey(String path, String issuer, String value) {

  static final String EXTERNAL_IDS = "externalIds";

  public static UniqueKey of(String path, String value) {
    return new UniqueKey(path, "", value);
  }

  public static UniqueKey externalId(String issuer, String id) {
    return new UniqueKey(EXTERNAL_IDS, issuer, id);
  }
}
