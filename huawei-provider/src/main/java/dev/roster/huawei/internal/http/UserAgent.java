package dev.roster.huawei.internal.http;

import dev.roster.spi.ArtifactVersion;

/** The library's name and version, and nothing about the machine. */
public final class UserAgent {

  public static final String VALUE =
      "roster-huawei/"
          + ArtifactVersion.of(UserAgent.class.getResourceAsStream("version.properties"));

  private UserAgent() {}
}
