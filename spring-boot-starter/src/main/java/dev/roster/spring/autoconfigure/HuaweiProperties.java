package dev.roster.spring.autoconfigure;

import org.jspecify.annotations.Nullable;

/** What applies to a client on Huawei Cloud alone. Public methods are for Spring Boot's binder. */
final class HuaweiProperties {

  /** Project that requests name. */
  private @Nullable String projectId;

  /** Profile file to read credentials from, and nothing else. */
  private @Nullable String profileFile;

  /** Whether the cloud server's metadata service is asked for credentials too. */
  private @Nullable Boolean metadata;

  public @Nullable String getProjectId() {
    return projectId;
  }

  public void setProjectId(@Nullable String id) {
    projectId = id;
  }

  public @Nullable String getProfileFile() {
    return profileFile;
  }

  public void setProfileFile(@Nullable String path) {
    profileFile = path;
  }

  public @Nullable Boolean getMetadata() {
    return metadata;
  }

  public void setMetadata(@Nullable Boolean asked) {
    metadata = asked;
  }
}
