package dev.roster.spring.autoconfigure;

/** What the properties say of error responses. Public methods are for Spring Boot's binder. */
final class ProblemDetailsProperties {

  /** Whether failures of calls are responded to with problem details. */
  private boolean enabled = true;

  /** Whether responses have the messages of exceptions, which name groups and members. */
  private boolean includeMessage;

  public boolean isEnabled() {
    return enabled;
  }

  public void setEnabled(boolean wanted) {
    enabled = wanted;
  }

  public boolean isIncludeMessage() {
    return includeMessage;
  }

  public void setIncludeMessage(boolean wanted) {
    includeMessage = wanted;
  }
}
