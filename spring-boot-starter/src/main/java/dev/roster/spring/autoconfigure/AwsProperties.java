package dev.roster.spring.autoconfigure;

import org.jspecify.annotations.Nullable;

/** What applies to a client on AWS alone. Public methods are for Spring Boot's binder. */
final class AwsProperties {

  /** Profile of the AWS configuration files, used alone. */
  private @Nullable String profile;

  public @Nullable String getProfile() {
    return profile;
  }

  public void setProfile(@Nullable String name) {
    profile = name;
  }
}
