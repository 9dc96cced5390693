package dev.roster.aws.internal.driver;

import dev.roster.spi.ArtifactVersion;

/** The library's name and version, which the SDK appends to its own user agent. */
public final class UserAgent {

  public static final String VALUE =
      "roster/" + ArtifactVersion.of(UserAgent.class.getResourceAsStream("version.properties"));

  private UserAgent() {}
}
