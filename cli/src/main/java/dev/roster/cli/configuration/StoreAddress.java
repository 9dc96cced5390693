package dev.roster.cli.configuration;

import dev.roster.cli.terminal.Surroundings;
import org.jspecify.annotations.Nullable;

/**
 * Which store a command is about.
 *
 * @param uri its configuration string
 * @param origin where that was found, in words
 */
public record StoreAddress(String uri, String origin) {

  private static final String URI_VARIABLE = "ROSTER_URI";

  private static final String NONE =
      "no store is named: give --uri aws://STORE?region=REGION or huawei://STORE?region=REGION, or"
          + " set ROSTER_URI, or write a profile into %s and name it with --profile. Try it without"
          + " a cloud: roster demo";

  /**
   * Finds the store. The command line comes before the environment, and a URI before a profile.
   *
   * @param uri {@code --uri}, or null
   * @param profile {@code --profile}, or null
   * @param file {@code --config}, or null
   * @param surroundings have the environment
   * @return the store
   * @throws UsageException if none is named, or a profile is not there
   */
  public static StoreAddress find(
      @Nullable String uri,
      @Nullable String profile,
      @Nullable String file,
      Surroundings surroundings) {
    if (uri != null) {
      return new StoreAddress(uri, "--uri");
    }
    if (profile == null && surroundings.variable(URI_VARIABLE).isPresent()) {
      return new StoreAddress(surroundings.variable(URI_VARIABLE).get(), URI_VARIABLE);
    }
    return ofProfile(profile, file, surroundings);
  }

  private static StoreAddress ofProfile(
      @Nullable String profile, @Nullable String file, Surroundings surroundings) {
    ProfileFile profiles = ProfileFile.read(file, surroundings);
    String name = profile == null ? surroundings.variable("ROSTER_PROFILE").orElse(null) : profile;
    if (name != null) {
      return of(profiles.uri(name), name, profiles);
    }
    return profiles
        .find(ProfileFile.DEFAULT_PROFILE)
        .map(found -> of(found, ProfileFile.DEFAULT_PROFILE, profiles))
        .orElseThrow(() -> new UsageException(NONE.formatted(profiles)));
  }

  private static StoreAddress of(String uri, String profile, ProfileFile profiles) {
    return new StoreAddress(uri, "the profile '%s' of %s".formatted(profile, profiles));
  }

  /**
   * A store that a command names besides its own, such as the source of a mirror.
   *
   * @param text a URI, or the name of a profile
   * @param file {@code --config}, or null
   * @param surroundings have the environment
   * @return the store
   * @throws UsageException if it is no URI, and no profile has that name
   */
  public static StoreAddress ofText(String text, @Nullable String file, Surroundings surroundings) {
    if (text.contains("://")) {
      return new StoreAddress(text, "the command line");
    }
    ProfileFile profiles = ProfileFile.read(file, surroundings);
    return of(profiles.uri(text), text, profiles);
  }

  /** Where it was found only: the string can name things that are not for a log. */
  @Override
  public String toString() {
    return origin;
  }
}
