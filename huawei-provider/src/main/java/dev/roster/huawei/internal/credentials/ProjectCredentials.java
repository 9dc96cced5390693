package dev.roster.huawei.internal.credentials;

import dev.roster.huawei.HuaweiCredentials;
import org.jspecify.annotations.Nullable;

/** Credentials of another source, for one project. */
public final class ProjectCredentials implements CredentialsSource {

  private final CredentialsSource source;
  private final String projectId;

  public ProjectCredentials(CredentialsSource source, String projectId) {
    this.source = source;
    this.projectId = PrintableText.require(projectId, "project id");
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
  public boolean isNamed() {
    return source.isNamed();
  }

  @Override
  public HuaweiCredentials credentials() {
    return source.credentials().withProjectId(projectId);
  }
}
