package dev.roster.huawei;

import org.jspecify.annotations.Nullable;

/** Credentials of another source, for one project. */
final class CredentialsInProject implements CredentialsSource {

  private final CredentialsSource source;
  private final String projectId;

  CredentialsInProject(CredentialsSource source, String projectId) {
    this.source = source;
    this.projectId = HuaweiCredentials.requirePrintable(projectId, "project id");
  }

  @Override
  public @Nullable HuaweiCredentials known() {
    HuaweiCredentials known = source.known();
    return known == null ? null : known.withProjectId(projectId);
  }

  @Override
  public boolean isDue() {
    return source.isDue();
  }

  @Override
  public HuaweiCredentials credentials() {
    return source.credentials().withProjectId(projectId);
  }
}
